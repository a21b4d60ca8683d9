import { type Ambition, isRepeated } from '../../../data/ambitions/index.ts';
import type { ProgressRow } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { englandOf } from '../shared/benchmark/index.ts';
import { figureOf, gap, isIllustrative, type SnapshotRow } from '../shared/figures.ts';
import { chosen, whyNone } from '../shared/latest.ts';
import { type Own, type OwnRow, trendUpTo } from '../shared/own.ts';
import { figureNotes, isTooOld, targetNotes } from './notes.ts';
import { paceOf } from './pace.ts';
import { NO_PATH, pathOf } from './path.ts';
import type { Between } from './spread.ts';
import { stretchOf } from './stretch.ts';
import { against, isPassed, targetOf } from './target.ts';
import { howRead } from './words.ts';

/** A row of the area or of England, as `query.sql` reads it. */
export type Read = OwnRow & SnapshotRow;

/** An ambition’s metric in the area as at a period: `own.rows` the area’s, `england` those of England. */
export type Measured = {
  own: Omit<Own, 'rows'> & { rows: readonly Read[] };
  england: readonly Read[];
  between: Between | null;
  /** England’s rows of what stands beside the figure, of each metric. */
  beside: readonly Read[];
};

type Told = Pick<
  ProgressRow,
  'id' | 'pathway' | 'heading' | 'ambition' | 'asPrinted' | 'footnote' | 'repeats'
>;

const told = ({ id, area, heading, ambition, printed, footnote }: Ambition): Told => ({
  repeats: isRepeated({ id, area }),
  id,
  pathway: area,
  heading,
  ambition,
  asPrinted: printed,
  footnote,
});

const NOTHING = {
  england: null,
  target: null,
  national: false,
  verdict: 'no-target',
  reached: null,
  passed: false,
  gap: null,
  pace: null,
  path: NO_PATH,
  recentTrend: null,
  spread: [],
  beside: null,
  notes: [],
} as const satisfies Partial<ProgressRow>;

/** The line of an ambition that nothing bundled measures: what would fill it. */
export function uncollected(ambition: Ambition): ProgressRow {
  const reason = ambition.notCollected ?? '';
  return {
    ...told(ambition),
    metric: null,
    label: null,
    basis: null,
    period: null,
    ...figureOf(gap('', reason)),
    ...NOTHING,
    reason,
  };
}

/** What an ambition is, whether or not its target has been stated by the period. */
function basisOf({ heading, targetIndex }: Ambition, id: MetricId) {
  if (heading === 'Outcomes – reduction in variation') return 'variation';
  return targetIndex === null ? null : (metricOf(id).targets[targetIndex]?.basis ?? null);
}

/** England's figure of the same period and publication, for an area that is not England. */
function englandBeside({ own, england }: Measured, row: Read) {
  if (own.level === 'england') return null;
  const alike = england.filter(({ period }) => period === row.period);
  return englandOf([row, ...alike], metricOf(own.id)).row;
}

function besideFigure({ beside }: Measured, row: Read | null): ProgressRow['beside'] {
  const found = beside.find(({ period, value }) => period === row?.period && value !== null);
  if (!found || found.value === null) return null;
  const { metric: id, period, value } = found;
  return { metric: id, label: metricOf(id).label, period, value };
}

/** A figure from before a target’s date, which has passed, cannot tell whether it was reached by then. */
const untold = ({ verdict, gap: short }: ReturnType<typeof against>): ReturnType<typeof against> => ({
  verdict: verdict === 'no-target' ? verdict : 'not-sure',
  reached: null,
  gap: short,
});

/** The line of an ambition that a metric measures, with its figure as at the period or the reason why it has none. */
export function measured(ambition: Ambition, found: Measured): ProgressRow {
  const { own, between } = found;
  const { id, at, level } = own;
  const metric = metricOf(id);
  const latest = chosen(own);
  const row = own.rows.find((each) => each === latest) ?? null;
  const month = row?.end ?? at.end;
  const target = targetOf({ metric: id, targetIndex: ambition.targetIndex }, at, month);
  const basis = target?.basis ?? basisOf(ambition, id);
  const national = basis === 'ambition' && level !== 'england';
  const passed = isPassed(target, at);
  const judged = row !== null && !isIllustrative(row);
  const stretch = judged && basis !== 'variation' ? stretchOf(own, month) : null;
  const pace = stretch && paceOf(own, stretch, target);
  const why = row === null ? whyNone(own) : null;
  const notes = row === null ? [] : [...figureNotes(own, row), ...targetNotes(own, row, target)];
  const held = against(row, target, level, metric);
  if (stretch && pace && pace.seen !== null) notes.push(howRead(stretch.length, pace.points));
  return {
    ...told(ambition),
    metric: id,
    label: metric.label,
    basis,
    period: row?.period ?? null,
    ...figureOf(row ?? gap(own.area, why ?? '')),
    england: row && englandBeside(found, row),
    target,
    national,
    ...(isTooOld(own, row, target) ? untold(held) : held),
    passed,
    pace,
    path: stretch && pace ? pathOf(own, stretch, target, pace) : { ...NO_PATH },
    recentTrend: basis === 'variation' ? null : trendUpTo(own),
    spread: between?.spread ?? [],
    beside: besideFigure(found, row),
    reason: between?.reason ?? why,
    notes,
  };
}
