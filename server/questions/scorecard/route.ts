import { DEFAULTS } from '../../../data/addresses/choices.ts';
import { Scorecard, ScorecardQuery } from '../../../data/contract/index.ts';
import { HOME_METRIC, METRIC_IDS, type MetricId } from '../../../data/metrics/index.ts';
import { parsePeriod, periodLabel } from '../../../data/periods.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { grouped } from '../../dataset/geography.ts';
import { nothing, question } from '../question.ts';
import { benchmarkFor } from '../shared/benchmark/index.ts';
import { rowsBeside } from '../shared/beside.ts';
import { homeYears, periodAsked } from '../shared/home.ts';
import { knownAlliance, membersAt } from '../shared/members.ts';
import { columnOf } from './column.ts';

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
