import { metric as metricOf } from '../../../data/metrics/index.ts';
import { COMPARED, PALETTE } from '../../../data/palette.ts';
import { isApproximation, OUR_APPROXIMATION } from '../../../data/text/approximation.ts';
import {
  boardCautions,
  changeAnswer,
  decimalsOf,
  gapBrief,
  targetAnswer,
  tileRows,
  withoutWords,
} from '../../../data/text/board.ts';
import { COMPARISON_WORDS } from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import { sourcesOf } from '../../../data/text/methods.ts';
import type { MeasuredRow } from '../../../data/text/progress.ts';
import { asSentence, periodBrief, periodWords } from '../../../data/text/words.ts';
import { type Gathered, pageOf } from '../shared/gather.ts';
import type { Brief, BriefCell } from './brief.ts';

const HEAD = ['Ambition', 'Now', 'Meets its target?', 'Against England?', 'Changing?'];

const KINDS = {
  'common-cause': undefined,
  improvement: COMPARED.better,
  concern: COMPARED.worse,
  'neutral-high': undefined,
  'neutral-low': undefined,
} as const;

const VERDICTS = {
  met: COMPARED.better,
  'not-met': COMPARED.worse,
  'not-sure': undefined,
  'no-target': undefined,
} as const;

const COMPARISONS: Partial<Record<MeasuredRow['comparison'], string>> = {
  better: COMPARED.better,
  worse: COMPARED.worse,
};

/** One ambition, its figure and its three answers, as the page has them. */
function cellsOf(row: MeasuredRow): BriefCell[] {
  const metric = metricOf(row.metric);
  const target = targetAnswer(metric, row);
  const gap = row.national || row.reached ? '' : gapBrief(metric, row);
  const change = changeAnswer(metric, row);
  const england = row.england?.value == null ? '' : `England ${formatValue(metric, row.england.value)}`;
  return [
    { bold: '', text: metric.label },
    {
      bold: row.value === null ? '' : formatValue(metric, row.value),
      text: [
        row.period === null ? '' : periodBrief(row.period),
        isApproximation(row, metric) ? OUR_APPROXIMATION : '',
      ]
        .filter(Boolean)
        .join(', '),
    },
    {
      bold: target.word,
      text: [target.detail, gap].filter(Boolean).join('. '),
      colour: VERDICTS[row.verdict],
    },
    { bold: COMPARISON_WORDS[row.comparison], text: england, colour: COMPARISONS[row.comparison] },
    {
      bold: change.word,
      text: change.detail,
      colour: row.control?.variation ? KINDS[row.control.variation] : undefined,
    },
  ].map(({ colour = PALETTE.ink, ...cell }) => ({ ...cell, colour }));
}

/** How many ambitions, findings and cautions stand on the side. */
const MOST = { ambitions: 9, findings: 2, cautions: 3 };

/** All words of a brief, from the gathered replies; its drawings are put beside. */
export function briefOf(
  gathered: Gathered,
  pictures: Pick<Brief, 'trend' | 'pair' | 'missing'>,
  origin: string,
): Brief {
  const { subject, progress, findings, period, builtAt, dataVersion, scorecard, areas } = gathered;
  const [first, ...others] = findings?.findings ?? [];
  const shown = tileRows(progress.rows).slice(0, MOST.ambitions);
  const note = areas.alliances.find(({ area }) => area === subject.area)?.note ?? '';
  const today = subject.level === 'alliance-today';
  return {
    title: subject.name,
    subtitle: `Cancer Alliance ${today ? 'of today' : 'of 2016 (Annex i)'}. Brief for the board, as at ${periodWords(period)}`,
    headline: first?.text ?? `Nothing can be said of it from the figures up to ${periodBrief(period)}.`,
    findings: others.slice(0, MOST.findings).map(({ text }) => text),
    ...pictures,
    ambitions: {
      head: HEAD,
      rows: shown.map(cellsOf),
      note: [decimalsOf(shown), withoutWords(progress)].filter(Boolean).join(' '),
    },
    cautions: boardCautions(progress, [note, ...(scorecard?.notes ?? [])])
      .slice(0, MOST.cautions)
      .map(({ text }) => asSentence(text)),
    foot: `${sourcesOf(shown.map(({ metric }) => metricOf(metric)))} Better or worse than England: by the 95% interval. Changing: the control chart of the months (XmR) or, of yearly figures, five years. Data version ${dataVersion}. ${pageOf(gathered, origin)}`,
    builtAt,
  };
}
