import type { Health } from '../../data/contract/index.ts';
import type { Serving } from '../dataset/serving.ts';

/** How the server is: `unavailable`, with the reason and what to do, while it has no dataset to serve. */
export function health({ current, reason }: Serving): Health {
  return {
    status: current ? 'ok' : 'unavailable',
    dataVersion: current?.version ?? null,
    builtAt: current?.builtAt ?? null,
    observations: current?.observations ?? 0,
    ...(reason === null ? {} : { reason }),
  };
}
