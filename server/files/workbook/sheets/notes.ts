import { type Metric, type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';
import { gathered } from '../../../../data/text/gathered.ts';
import { sentence } from '../../../../data/text/limits.ts';
import { ILLUSTRATIVE_NOTE, METHODS } from '../../../../data/text/methods.ts';
import { SYMBOLS } from '../../../../data/text/status.ts';
import { type Column, tabled } from '../../shared/cells.ts';
import type { Figures } from './sheet.ts';

export type Note = { kind: string; name: string; text: string };

const COLUMNS: readonly Column<Note>[] = [
  { head: 'What the note is about', width: 26, cell: ({ kind }) => kind },
  { head: 'Name', width: 34, cell: ({ name }) => name },
  { head: 'Note', width: 110, cell: ({ text }) => text },
];

const MORE_IS = {
  higher: 'More is better.',
  lower: 'Less is better.',
  none: 'More is neither better nor worse.',
};

const HELD = {
  proportion: 'Held as a number from 0 to 1 and shown as a per cent.',
  index: 'Held as it is published, from 0 to 100.',
  rate: 'Held as it is published.',
  mean: 'Held as it is published.',
};

const definition = (metric: Metric): Note => ({
  kind: 'Measure',
  name: metric.label,
  text: [
    metric.definition,
    `Unit: ${metric.unit}. ${HELD[metric.kind]} ${MORE_IS[metric.polarity]}`,
    ...metric.targets.map(({ label }) => sentence(label)),
  ].join(' '),
});

/** Cautions and breaks, each once with the measures it is said of. */
const cautions = (metrics: readonly Metric[]): Note[] =>
  gathered(
    metrics.flatMap(({ label, cautions: own, breaks }) =>
      [...own, ...breaks.map(({ reason }) => reason)].map((said) => ({ said, of: label })),
    ),
  ).map(({ said, of }) => ({ kind: 'Caution', name: of.join('; '), text: sentence(said) }));

/** The symbols of every workbook. */
export const SYMBOL_NOTES: readonly Note[] = Object.values(SYMBOLS).map(({ sign, means }) => ({
  kind: 'Symbol',
  name: sign,
  text: means,
}));

/** Symbols, the measures used with their definitions and cautions, methods, and what else must be known. */
export function notesSheet(ids: readonly MetricId[], more: readonly Note[]): Figures {
  const metrics = ids.map(metricOf);
  const illustrative = metrics.some(({ source }) => source === 'illustrative');
  const rows: Note[] = [
    ...SYMBOL_NOTES,
    ...(illustrative ? [{ kind: 'Symbol', ...ILLUSTRATIVE_NOTE }] : []),
    ...metrics.map(definition),
    ...METHODS.map((method) => ({ kind: 'Method', ...method })),
    ...cautions(metrics),
    ...more,
  ];
  return {
    sheet: {
      name: 'Notes',
      title: 'Notes',
      lines: ['Symbols, definitions, methods and cautions.'],
      ...tabled(COLUMNS, rows),
    },
    holds: 'What the symbols mean; definitions, methods and cautions',
    metrics: [],
  };
}
