import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import { Findings } from '../../../../data/contract/index.ts';
import { buildApp } from '../../../../server/app.ts';
import { ROOT } from '../../../../server/dataset/root.ts';
import { ask, expectShape } from '../../inject.ts';

export const database = path.join(ROOT, 'data/build/cancer.duckdb');
export const built = existsSync(database);
if (!built) console.warn('SKIPPED: no data/build/cancer.duckdb; run npm run data -- build');

/** An app of the built dataset that remembers what it answered. */
export async function asking() {
  const app: FastifyInstance = await buildApp({ database, every: 0 });
  const bodies = new Map<string, unknown>();
  async function get<Reply>(url: string): Promise<Reply> {
    if (!bodies.has(url)) {
      const { status, text, body } = await ask(app, url);
      expect(status, `${url} ${text.slice(0, 300)}`).toBe(200);
      bodies.set(url, body);
    }
    return bodies.get(url) as Reply;
  }
  async function findings(query: string): Promise<Findings> {
    const reply = await get<Findings>(`/api/findings?${query}`);
    expectShape(Findings, reply);
    return reply;
  }
  const alliances = async () => {
    const areas = await get<{ alliances: { area: string }[] }>('/api/areas');
    return areas.alliances.map(({ area }) => area);
  };
  return { app, get, findings, alliances, forget: () => bodies.clear() };
}
