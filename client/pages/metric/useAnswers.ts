import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { DEFAULTS } from '../../../data/addresses/choices.ts';
import type { MetricView } from '../../../data/addresses/view.ts';
import type { Snapshot, Spread } from '../../../data/contract/index.ts';
import { Failure, snapshotQuery, spreadQuery } from '../../api.ts';

export type Answers = { snapshot: Snapshot; spread: Spread };

/** A request the server understood and would not answer. */
const isRefusal = (error: Error | null): error is Failure =>
  error instanceof Failure && error.status >= 400 && error.status < 500;

function usePair(view: MetricView, enabled: boolean) {
  const snapshot = useQuery({ ...snapshotQuery(view), enabled });
  const spread = useQuery({ ...spreadQuery(view), enabled });
  const answers: Answers | undefined = snapshot.data &&
    spread.data && { snapshot: snapshot.data, spread: spread.data };
  const again = () => {
    snapshot.refetch();
    spread.refetch();
  };
  return { answers, error: snapshot.error ?? spread.error, again };
}

/**
 * The figures of a view and their variation, always of one and the same view: the last ones until both are here. Where
 * the benchmark is refused, those against England, and the server's words.
 */
export function useAnswers(view: MetricView) {
  const asked = usePair(view, true);
  const refusal = view.benchmark !== DEFAULTS.benchmark && isRefusal(asked.error) ? asked.error.message : '';
  const plain = usePair({ ...view, benchmark: DEFAULTS.benchmark }, refusal !== '');
  const { answers, error, again } = refusal === '' ? asked : plain;
  const last = useRef(answers);
  if (answers) last.current = answers;
  return { answers: answers ?? last.current, fresh: answers !== undefined, refusal, error, again };
}
