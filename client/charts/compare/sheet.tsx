import { metric as metricOf } from '../../../data/metrics/index.ts';
import { compareFinding } from '../../../data/text/compare.ts';
import { absenceWords } from '../../../data/text/compare-absent.ts';
import { periodWords } from '../../../data/text/figure.ts';
import { formatCount } from '../../../data/text/format.ts';
import { areasNoun } from '../../../data/text/spread-parts.ts';
import { compareUrl } from '../../pages/compare/view.ts';
import { asHeading } from '../kit/asHeading.ts';
import { noFinding } from '../kit/board.ts';
import { referencesOf } from '../kit/chartWords.ts';
import { tableOf } from '../kit/columns.ts';
import { type Answered, DRAWN_WIDTH, type Exported } from '../kit/exported.ts';
import { unitWords } from '../kit/subtitle.ts';
import { toCompare } from './asks.ts';
import { CompareIntervals } from './CompareIntervals.tsx';
import { compareColumns } from './columns.tsx';
import { compareAddresses, comparedFrom, type ToCompare } from './compared.ts';
import { comparedWords } from './words.ts';

/** What one level alone asks is needed; of several, each may be refused and its areas are gaps. */
function asksOf(of: ToCompare) {
  const { levels, all } = compareAddresses(of);
  const needed = levels.length === 1 ? levels.map(({ url }) => url) : [];
  return { needed, wanted: all.filter((url) => !needed.includes(url)) };
}

function answerOf(of: ToCompare, answered: Answered) {
  const refusal = absenceWords({}, of.view.period);
  const compared = comparedFrom(of, (url) => ({ reply: answered<unknown>(url), refusal }));
  if (!compared || compared.rows.every(({ value }) => value === null))
    throw new RangeError(
      `None of these areas has a figure of '${of.view.metric}' for ${periodWords(of.view.period)}.`,
    );
  return compared;
}

/** Chosen areas of any level one under another, each with its interval. */
export const compare: Exported = {
  asks: (asked, known) => asksOf(toCompare(asked, known)),
  take(asked, known, answered) {
    const of = toCompare(asked, known);
    const compared = answerOf(of, answered);
    const { view, rows, total, benchmark, against, target, illustrative } = compared;
    const metric = metricOf(view.metric);
    const words = comparedWords(compared, of.chosen);
    const [first = '', ...rest] = compareFinding({ metric, period: view.period, against, target, rows });
    const people = rows
      .filter(({ level }) => level === compared.group.level)
      .reduce((sum, { denominator }) => sum + (denominator ?? 0), 0);
    const noun = areasNoun(compared.group.level, 2);
    const counted =
      metric.kind === 'proportion' && people > 0
        ? `, ${formatCount(people)} ${metric.outOf} in the ${noun}`
        : '';
    const sure = rows.some(({ lower }) => lower !== null) ? ', with 95% intervals' : '';
    const title = illustrative ? noFinding(view.metric) : asHeading(first);
    return {
      title,
      subtitle: `${metric.label}: ${metric.phrase}. ${rows.length} areas${counted}. ${periodWords(view.period)}. ${unitWords(metric)}${sure}.`,
      picture: (
        <CompareIntervals
          rows={rows}
          total={total}
          spec={{
            metric,
            width: DRAWN_WIDTH,
            title: '',
            lines: referencesOf(metric, { benchmark, target }),
            against,
            illustrative,
          }}
        />
      ),
      alt: `${rows.length} areas side by side. ${title}.`,
      notes: [...rest, illustrative ? `${words.heading}.` : '', words.method, words.total].filter(
        (note) => note !== '',
      ),
      metrics: [view.metric],
      illustrative,
      boundaries: false,
      page: compareUrl(view, known.catalogue),
      name: [view.metric, view.period, `${rows.length} areas`, `against ${against}`],
      table: tableOf(compareColumns(metric, compared), total ? [...rows, total] : rows),
    };
  },
};
