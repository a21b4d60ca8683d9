import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Catalogue } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { endOf } from '../../../data/periods.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { catalogueQuery } from '../../api.ts';
import { allianceUrl, periodsAt } from '../../url.ts';
import { type Board, isOfToday, useParts, useScorecard } from './board.tsx';

/** What can be a part of an Alliance: CCGs of Annex i’s alone. */
const PARTS = { alliance: ['ccg', 'icb'], 'alliance-today': ['icb'] } as const;

/** The last period in which parts of an Alliance have figures of a metric, and what they are; undefined for none. */
export function lastWithFigures(
  { metrics }: Pick<Catalogue, 'metrics'>,
  metric: MetricId,
  of: keyof typeof PARTS,
): { level: 'ccg' | 'icb'; period: string } | undefined {
  const entry = metrics.find(({ id }) => id === metric);
  const found = PARTS[of].flatMap((level) => periodsAt(entry, level).map((period) => ({ level, period })));
  const last = found.reduce((latest, { period }) => (endOf(period) > latest ? endOf(period) : latest), '');
  return found.find(({ period }) => endOf(period) === last);
}

/** That no CCG or ICB of the Alliance has a figure of the page’s metric by then, and the way to the last that had one. */
export function NoFigure(board: Board) {
  const { alliance, view } = board;
  const { one } = useParts(board);
  const { data: card } = useScorecard(board);
  const { data: catalogue } = useQuery(catalogueQuery());
  if (!card || !catalogue) return null;
  const last = lastWithFigures(catalogue, view.metric, isOfToday(alliance) ? 'alliance-today' : 'alliance');
  return (
    <p>
      No {one} of this Alliance has a figure of {metricOf(view.metric).label} by {periodBrief(card.period)}.{' '}
      {last && (
        <Link href={allianceUrl(alliance.area, { ...view, period: last.period, area: '' })}>
          See its {areasNoun(last.level, 2)} in {periodBrief(last.period)}
        </Link>
      )}
    </p>
  );
}
