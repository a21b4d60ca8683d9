import { DEFAULTS } from '../../data/choices.ts';
import { Scorecard, ScorecardQuery } from '../../data/contract.ts';
import { HOME_METRIC, METRIC_IDS, type MetricId } from '../../data/metrics.ts';
import { parsePeriod, periodLabel } from '../../data/periods.ts';
import { benchmarkFor } from '../benchmark.ts';
import type { Dataset } from '../dataset.ts';
import { knownAlliance, membersAt } from '../drivers/members.ts';
import { grouped } from '../geography.ts';
import { homeYears, periodAsked } from '../home.ts';
import { rowsBeside } from '../profile/beside.ts';
import { nothing, question } from '../question.ts';
import { columnOf } from '../scorecard/column.ts';

type Chosen = { metric: MetricId; period: string };
/** An Alliance's CCGs by every metric, as at a period. */
export async function scorecard(dataset: Dataset, query: ScorecardQuery): Promise<Scorecard> {
  const { benchmark = DEFAULTS.benchmark, confidence = DEFAULTS.confidence } = query;
  const { geography, db } = dataset;
  const at = periodAsked(geography, query.period);
  const alliance = knownAlliance(geography, query.alliance, at.start);
  const asked = { against: benchmark, level: 'ccg', period: at, group: DEFAULTS.group };
  const against = benchmarkFor(dataset, { ...asked, metric: HOME_METRIC, rows: [] });

  const ccgs = membersAt(geography, alliance.area, at.start);
  const codes = ccgs.map(({ area }) => area);
  const chosen = await db.rows<Chosen>('scorecard', {
    ccgs: codes.join(','),
    grain: at.grain,
    until: at.end,
  });
  const noted = [...codes, 'england', ...geography.allianceOf.keys(), benchmark];
  const pairs = chosen.map(({ metric, period }) => `${metric} ${period}`);
  const rowsOf = grouped(await rowsBeside(dataset, pairs, noted), ({ metric }) => metric);
  const columns = METRIC_IDS.flatMap((id) => {
    const period = parsePeriod(chosen.find(({ metric }) => metric === id)?.period ?? '');
    if (!period) return [];
    const of = { id, period, rows: rowsOf.get(id) ?? [] };
    return [columnOf(geography, of, alliance.area, { against: benchmark, confidence })];
  });

  return {
    query: { ...query, benchmark, confidence },
    dataVersion: dataset.version,
    alliance: { area: alliance.area, name: alliance.name },
    against: against.name,
    period: at.id,
    periods: homeYears(geography, 'ccg').map(({ period }) => period),
    columns: columns.map(({ head }) => head),
    rows: ccgs.map((ccg) => ({
      area: ccg.area,
      name: ccg.name,
      cells: columns.map(({ cellOf }) => cellOf(ccg)),
    })),
    notes: [
      ...geography.notesOf(alliance.area, at.start, at.end),
      ...(columns.length > 0 ? [] : [`No CCG of ${alliance.name} has a figure by ${periodLabel(at)}.`]),
    ],
  };
}

export const scorecardQuestion = question({
  path: '/api/scorecard',
  summary: 'An Alliance’s CCGs by every metric, as at a period, beside a benchmark.',
  parameters: nothing,
  query: ScorecardQuery,
  reply: Scorecard,
  examples: [
    '/api/scorecard?alliance=greater-manchester',
    '/api/scorecard?alliance=peninsula&period=fy2016-17&benchmark=alliance',
  ],
  answer: scorecard,
});
