import type { Metric } from '../../../data/metrics/index.ts';
import { COMPARED, PALETTE } from '../../../data/palette.ts';
import type { ComparedArea } from '../../../data/text/compare.ts';
import { comparisonPhrase } from '../../../data/text/figure.ts';
import { formatInterval, formatTick, formatValue } from '../../../data/text/format.ts';
import type { Reference } from '../../../data/text/references.ts';
import { briefName } from '../../../data/text/words.ts';
import type { BarRow, BarsDescription } from '../bars/bars.ts';
import { figureRead } from '../bars/words.ts';
import { valueAxis } from '../kit/scales.ts';
import { axisName, figureOf } from '../kit/words.ts';

export type IntervalsSpec = {
  metric: Metric;
  title: string;
  /** What the areas are held against. */
  lines: readonly Reference[];
  /** In words, to stand after `better than`. */
  against: string;
  /** Areas that stand out among the others. */
  picked?: ReadonlySet<string>;
  /** A figure to draw beside that of an area, which it alone is held against, and what that is. */
  beside?: { name: string; values: ReadonlyMap<string, number> };
};

const NAMES = 300;
const VALUES = 190;
/** Room for the longest comparison, after the value. */
const COMPARISON = 104;

/** Areas one under another on one axis, each with its interval; the total of a group as the last row. */
export function intervalBars(
  rows: readonly ComparedArea[],
  total: ComparedArea | null,
  spec: IntervalsSpec,
): BarsDescription {
  const { metric, title, lines } = spec;
  const all = total ? [...rows, total] : rows;
  const isCompared = all.some(({ comparison }) => comparison !== 'not-compared');
  return {
    title,
    rows: all.map((row) => rowOf(row, spec, { sum: row === total, isCompared })),
    axis: (values, over) => valueAxis(metric, values, over ? 4 : 7),
    tick: (value, ticks) => formatTick(metric, value, ticks),
    axisName: axisName(metric),
    lines,
    sides: [],
    key: [],
    room: (width) => {
      const over = width < 700;
      return {
        over,
        left: over ? 22 : NAMES,
        right: over ? 22 : VALUES,
        names: over ? width - 168 : NAMES - 20,
        counts: 0,
        figures: { x: width - COMPARISON, anchor: 'end' },
        step: (count) => (over ? 16 * count + 36 : Math.max(34, 16 * count + 8)),
      };
    },
  };
}

/** A row in words: `NHS Bury CCG: 84.1% (…), 95% interval between … and …, better than England`. */
export function rowLabel(row: ComparedArea, { metric, against }: Pick<IntervalsSpec, 'metric' | 'against'>) {
  const { name, value, lower, upper, comparison } = row;
  const interval =
    value === null || lower === null || upper === null
      ? ''
      : `, 95% interval ${formatInterval(metric, lower, upper)}`;
  const than = comparison === 'similar' ? 'to' : 'than';
  const compared = comparison === 'not-compared' ? '' : `, ${comparison} ${than} ${against}`;
  return `${name}: ${figureOf(metric, row)}${interval}${compared}`;
}

/** A comparison as a glyph and a word. */
const COMPARED_TEXT: Record<ComparedArea['comparison'], string> = {
  better: '▲ better',
  similar: '● similar',
  worse: '▼ worse',
  higher: '▲ higher',
  lower: '▼ lower',
  'not-compared': '○ not compared',
};

type Among = {
  sum: boolean;
  /** Whether any row is compared: else none says that it is not. */
  isCompared: boolean;
};

function rowOf(row: ComparedArea, spec: IntervalsSpec, { sum, isCompared }: Among): BarRow {
  const { metric, against, picked, beside } = spec;
  const { area, name, level, value, lower, upper, comparison } = row;
  const unsaid = !isCompared || (level === 'england' && comparison === 'not-compared');
  const aside = beside?.values.get(area);
  return {
    id: area,
    title: sum ? `Total: ${name}` : briefName(name),
    under: '',
    strong: sum || level === 'england' || picked?.has(area) === true,
    sum,
    value,
    lower,
    upper,
    beside: aside ?? null,
    figure: value === null ? 'no figure' : formatValue(metric, value),
    after: sum ? 'the total' : unsaid ? '' : COMPARED_TEXT[comparison],
    counts: '',
    mark: sum ? 'diamond' : 'dot',
    ...lookOf(comparison, sum),
    label: rowLabel(row, spec),
    read: [
      ...figureRead(metric, row),
      ...(beside && aside !== undefined
        ? [[beside.name, formatValue(metric, aside)] as [string, string]]
        : []),
      ...(sum || unsaid || value === null
        ? []
        : [['Compared', comparisonPhrase(comparison, against)] as [string, string]]),
    ],
  };
}

function lookOf(comparison: ComparedArea['comparison'], sum: boolean): Pick<BarRow, 'look' | 'line'> {
  const line = comparison === 'better' || comparison === 'worse' ? COMPARED[comparison] : PALETTE.ink;
  if (sum) return { line, look: { fill: PALETTE.ink, stroke: line } };
  if (comparison === 'similar') return { line, look: { fill: COMPARED.similar, stroke: COMPARED.edge } };
  return { line, look: { fill: comparison === 'not-compared' ? PALETTE.paper : line, stroke: line } };
}
