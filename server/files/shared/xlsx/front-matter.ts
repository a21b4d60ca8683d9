import { type Metric, type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';
import { cautionsOnce } from '../../../../data/text/board.ts';
import { SYMBOLS } from '../../../../data/text/figure.ts';
import { METHODS } from '../../../../data/text/methods.ts';
import { asSentence } from '../../../../data/text/words.ts';
import {
  type Book,
  type Column,
  type Link,
  PUBLISHER,
  type Sheet,
  type TextSheet,
  tableName,
  tableOf,
} from './book.ts';

/** A sheet of figures. */
export type FigureSheet = {
  sheet: Omit<Sheet, 'table'>;
  /** What it holds, in a sentence, for the contents. */
  holds: string;
  /** The metrics that the notes must explain. */
  metrics: readonly MetricId[];
  /** Notes on it that are too long to stand above its table. */
  notes?: readonly string[];
  /** Whether its rows are still to come. */
  streamed?: boolean;
};

const CONTENTS = 'Contents';

/** A workbook of a cover, contents with a link to every sheet, notes and figures, each with a link back. */
export function assembleBook(
  about: Pick<Book, 'title' | 'subject' | 'made'>,
  cover: TextSheet,
  notes: FigureSheet,
  figures: readonly FigureSheet[],
): Book {
  const listed = [notes, ...figures];
  const contents: Sheet = {
    name: CONTENTS,
    title: CONTENTS,
    lines: [
      `One table of ${listed.length} rows and ${CONTENTS_COLUMNS.length} columns; each name leads to its sheet.`,
      { text: 'Back to the cover', sheet: cover.name },
    ],
    table: tableName(CONTENTS),
    ...tableOf(CONTENTS_COLUMNS, listed),
  };
  return { ...about, cover, sheets: [contents, ...listed.map(listedSheet)] };
}

const CONTENTS_COLUMNS: readonly Column<FigureSheet>[] = [
  { head: 'Sheet', width: 30, cell: ({ sheet }) => ({ text: sheet.name, sheet: sheet.name }) },
  { head: 'What it holds', width: 100, cell: ({ holds }) => holds },
];

const listedSheet = (figures: FigureSheet): Sheet => ({
  ...figures.sheet,
  table: tableName(figures.sheet.name),
  lines: [...figures.sheet.lines, sizeSentence(figures), { text: 'Back to the contents', sheet: CONTENTS }],
});

/** How large the one table of a sheet is, for people who hear it read. */
function sizeSentence({ sheet: { rows, columns }, streamed }: FigureSheet): string {
  if (rows.length === 0) return 'There is no table.';
  const rowCount = streamed ? '' : `${rows.length} ${rows.length === 1 ? 'row' : 'rows'} and `;
  return `One table of ${rowCount}${columns.length} columns; symbols, methods and cautions are in the sheet Notes.`;
}

const LICENCE = 'Open Government Licence v3.0';
const LICENCE_PAGE = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';

/** The cover: what a workbook is, who publishes it, of which data, under which licence, and where to ask. */
export function coverSheet({
  title,
  about,
  link,
  origin,
  dataVersion,
  builtAt,
}: {
  title: string;
  /** What the workbook holds and as at when, in sentences. */
  about: readonly string[];
  link: string;
  origin: string;
  dataVersion: string;
  builtAt: string;
}): TextSheet {
  const day = new Date(builtAt).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const address = (url: string): Link => ({ text: url, url });
  return {
    name: 'Cover',
    title,
    lines: [
      ...about,
      { text: 'Contents of this workbook', sheet: CONTENTS },
      { heading: 'Publisher' },
      PUBLISHER,
      'Sums and intervals are our own, from the published figures: they are no official statistics, and no publisher endorses them.',
      { heading: 'Data' },
      `Version ${dataVersion}, built on ${day}.`,
      { heading: 'This page, with the same figures' },
      address(link),
      { heading: 'Licence' },
      `Contains public sector information licensed under the ${LICENCE}. The sources are named in this workbook.`,
      address(LICENCE_PAGE),
      { heading: 'Contact' },
      'How to ask for these and other figures, and how they are made:',
      address(`${origin}/api/docs`),
    ],
  };
}

export type Note = { kind: string; name: string; text: string };

/** The notes: symbols, definitions of metrics, methods, cautions, and `more`. */
export function notesSheet(ids: readonly MetricId[], more: readonly Note[]): FigureSheet {
  const metrics = ids.map(metricOf);
  const rows: Note[] = [
    ...Object.values(SYMBOLS).map(({ sign, means }) => ({ kind: 'Symbol', name: sign, text: means })),
    ...metrics.map(definition),
    ...METHODS.map(({ name, text }) => ({ kind: 'Method', name, text })),
    ...cautions(metrics),
    ...more,
  ];
  return {
    sheet: {
      name: 'Notes',
      title: 'Notes',
      lines: ['Symbols, definitions, methods and cautions.'],
      ...tableOf(NOTE_COLUMNS, rows),
    },
    holds: 'What the symbols mean; definitions, methods and cautions',
    metrics: [],
  };
}

const NOTE_COLUMNS: readonly Column<Note>[] = [
  { head: 'What the note is about', width: 26, cell: ({ kind }) => kind },
  { head: 'Name', width: 34, cell: ({ name }) => name },
  { head: 'Note', width: 110, cell: ({ text }) => text },
];

const POLARITY = {
  higher: 'More is better.',
  lower: 'Less is better.',
  none: 'More is neither better nor worse.',
};

const SCALE = {
  proportion: 'Held as a number from 0 to 1 and shown as a per cent.',
  index: 'Held as it is published, from 0 to 100.',
  rate: 'Held as it is published.',
  mean: 'Held as it is published.',
  score: 'Held as a number from 0 to 1 and shown as a whole per cent, as it is published.',
};

const definition = (metric: Metric): Note => ({
  kind: 'Metric',
  name: metric.label,
  text: [
    metric.definition,
    `Unit: ${metric.unit}. ${SCALE[metric.kind]} ${POLARITY[metric.polarity]}`,
    ...metric.targets.map(({ label }) => asSentence(label)),
  ].join(' '),
});

/** Cautions and breaks, each once with the metrics that it applies to. */
const cautions = (metrics: readonly Metric[]): Note[] =>
  cautionsOnce(
    metrics.flatMap(({ label, cautions: own, breaks }) =>
      [...own, ...breaks.map(({ reason }) => reason)].map((text) => ({ text, about: label })),
    ),
  ).map(({ text, about }) => ({ kind: 'Caution', name: about.join('; '), text: asSentence(text) }));
