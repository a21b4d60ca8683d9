import { driversUrl, snapshotUrl, spreadUrl, trendUrl } from '../addresses/api.ts';
import type { Drivers, Snapshot, SnapshotArea, Spread, Trend } from '../contract/index.ts';
import { differenceInterval } from '../difference.ts';
import { metric as metricOf, targetAt } from '../metrics/index.ts';
import { formatCount } from './format.ts';
import type { MethodId } from './methods.ts';
import { periodBrief, plural } from './words.ts';

/** A method worked through on a published figure: the answer of the API it is read from, and the arithmetic in words. */
export type Example<Reply = never> = { url: string; say: (reply: Reply) => string };

/** Where a national tool and we give two answers: both, from the same reply. */
export type Departure<Reply = never> = Example<Reply> & { name: string; method: MethodId };

const METRIC = '62-day-wait';
const YEAR = 'fy2016-17';
const AREA = 'greater-manchester';
const Z = 1.959963984540054;

const percent = (value: number, decimals = 1) => `${(100 * value).toFixed(decimals)}%`;
const round = (value: number, decimals: number) => value.toFixed(decimals);

const example = <Reply>(url: string, say: (reply: Reply) => string): Example => ({
  url,
  say: say as Example['say'],
});

/** An area's figure with its counts. Throws where the dataset has none, as the example then cannot be worked. */
function counted({ areas }: Pick<Snapshot, 'areas'>, id: string) {
  const area = areas.find((each) => each.area === id);
  if (area?.value == null || area.numerator === null || area.denominator === null)
    throw new RangeError(`${id} has no figure to work the example on`);
  const { name, value, numerator, denominator, lower, upper } = area;
  return { ...area, name, value, numerator, denominator, lower: lower ?? value, upper: upper ?? value };
}

const alliances = snapshotUrl({ metric: METRIC, period: YEAR, level: 'alliance' });
const ccgs = spreadUrl({ metric: METRIC, period: YEAR, level: 'ccg' });
const months = trendUrl({ metric: METRIC, area: AREA, grain: 'month' });
const years = trendUrl({ metric: METRIC, area: AREA, grain: 'year' });

/** Wilson's interval of x of n, in words that can be redone. */
export function wilsonWords({
  numerator: x,
  denominator: n,
}: {
  numerator: number;
  denominator: number;
}): string {
  const p = x / n;
  const half = Z * Math.sqrt(Z * Z + 4 * x * (1 - p));
  const [lower, upper] = [
    (2 * x + Z * Z - half) / (2 * (n + Z * Z)),
    (2 * x + Z * Z + half) / (2 * (n + Z * Z)),
  ];
  return `p = ${formatCount(x)} / ${formatCount(n)} = ${round(p, 5)}; (2 × ${formatCount(x)} + 3.8415 ± ${round(half, 3)}) / (2 × (${formatCount(n)} + 3.8415)) = ${round(lower, 5)} to ${round(upper, 5)}, which is ${percent(lower)} to ${percent(upper)}`;
}

/** Each method worked through on published figures that a reader can ask for. */
export const EXAMPLES: Readonly<Partial<Record<MethodId, Example>>> = {
  intervals: example<Snapshot>(alliances, (reply) => {
    const area = counted(reply, AREA);
    return `${area.name}, ${periodBrief(YEAR)}: ${wilsonWords(area)}.`;
  }),
  comparison: example<Snapshot>(alliances, (reply) => {
    const area = counted(reply, AREA);
    const england = reply.benchmark?.value ?? Number.NaN;
    const side = area.lower > england ? 'above' : area.upper < england ? 'below' : 'on both sides of';
    return `${area.name}, ${percent(area.value)}: its interval, ${percent(area.lower)} to ${percent(area.upper)}, lies ${side} England’s ${percent(england)}; more is better, so it is ${area.comparison}.`;
  }),
  target: example<Snapshot>(alliances, (reply) => {
    const area = counted(reply, AREA);
    const target = targetAt(METRIC, '2017-03')?.value ?? Number.NaN;
    const words = { met: 'met', 'not-met': 'not met', 'not-sure': 'not sure', 'no-target': 'not judged' }[
      area.verdict
    ];
    return `${area.name}: ${percent(area.lower)} to ${percent(area.upper)} against ${percent(target, 0)}: ${words}.`;
  }),
  gap: example<Drivers>(
    driversUrl({ metric: METRIC, alliance: AREA, period: 'fy2017-18' }),
    ({ alliance, target }) => {
      const [x, n, aim] = [alliance.numerator ?? 0, alliance.denominator ?? 0, target?.value ?? 0];
      return `${alliance.name}, 2017/18: ${round(aim, 2)} × ${formatCount(n)} = ${formatCount(Math.round(100 * aim * n) / 100)}; at least ${formatCount(Math.ceil(aim * n - 1e-9))} in time were needed and ${formatCount(x)} were: ${alliance.people} more.`;
    },
  ),
  sums: example<Snapshot>(
    snapshotUrl({ metric: 'two-week-wait', period: '2017-09', level: 'ccg' }),
    ({ areas }) => {
      const said = ['09C', '09E'].map((id) => areas.find(({ area }) => area === id));
      return said.map((area) => `${area?.name}, September 2017: ${area?.notes[0] ?? ''}`).join(' ');
    },
  ),
  funnel: example<Spread>(ccgs, ({ funnel }) => {
    const at = funnel?.limits[20];
    if (!funnel || !at) throw new RangeError('no funnel to work the example on');
    const error = Math.sqrt((funnel.centre * (1 - funnel.centre)) / at.denominator);
    return `Around ${percent(funnel.centre, 3)}, for ${formatCount(at.denominator)} people: ${round(funnel.centre, 5)} ± 1.95996 × ${round(error, 5)} = ${percent(funnel.centre - Z * error, 2)} to ${percent(funnel.centre + Z * error, 2)}; with the binomial distribution the limits drawn are ${percent(at.lower95, 2)} to ${percent(at.upper95, 2)}.`;
  }),
  'over-dispersion': example<Spread>(ccgs, ({ funnel }) => {
    if (!funnel) throw new RangeError('no funnel to work the example on');
    const { phi, tau2, before, after, areas } = funnel;
    return `${areas} CCGs, ${periodBrief(YEAR)}: φ = ${round(phi, 3)}, τ² = ${round(tau2, 6)}; outside the 99.8% limits lie ${before.outside998} CCGs, outside the widened ones ${after.outside998}.`;
  }),
  'beyond-chance': example<Spread>(ccgs, ({ variation }) => {
    const { q, df, byChance, i2, areas, reference } = variation;
    if (q === null || byChance === null || i2 === null)
      throw new RangeError('no variation to work the example on');
    const how = reference === 'simulated' ? 'over 2,000 draws' : 'of the χ² distribution';
    return `${areas} CCGs: χ² = ${round(q, 1)} on ${df} degrees of freedom; all alike they would give ${round(byChance, 1)} on average ${how}: 1 − ${round(byChance, 1)} / ${round(q, 1)} = ${percent(i2)} is beyond chance.`;
  }),
  between: example<Spread>(ccgs, ({ between }) => {
    if (between === null) throw new RangeError('no split to work the example on');
    const { omegaSquared, chance, pValue, share, units, groups } = between;
    return `${units} CCGs of ${groups} Alliances, ${periodBrief(YEAR)}: uncorrected ${percent(share)} lies between them, of which chance alone gives about (${groups} − 1) / (${units} − 1) = ${percent((groups - 1) / (units - 1))}; ω² = ${percent(omegaSquared)}, where 2,000 random deals give ${percent(chance)} on average and as much in ${percent(pValue, 2)} of them.`;
  }),
  ranks: example<Snapshot>(alliances, (reply) => {
    const { name, rank } = counted(reply, AREA);
    return `${name} has place ${rank?.value} of ${rank?.of}; by chance it could have any from ${rank?.lower} to ${rank?.upper}.`;
  }),
  'control-chart': example<Trend>(months, ({ control }) => {
    const drawn = control.segments.find(({ mean }) => mean !== null);
    if (drawn?.mean == null || drawn.lower === null) throw new RangeError('no limits to work the example on');
    const range = (drawn.mean - drawn.lower) / 2.66;
    return `Greater Manchester, ${periodBrief(drawn.from)} to ${periodBrief(drawn.until)}, ${drawn.points} months: mean ${percent(drawn.mean, 2)}, average moving range ${round(100 * range, 3)} points; ${percent(drawn.mean, 2)} − 2.66 × ${round(100 * range, 3)} = ${percent(drawn.lower, 2)}.`;
  }),
  'recent-trend': example<Trend>(years, ({ recentTrend: { direction, chiSquared, periods, reason } }) => {
    const span = `Greater Manchester, ${periodBrief(periods[0] ?? '')} to ${periodBrief(periods.at(-1) ?? '')}`;
    return chiSquared === null
      ? `${span}: ${reason ?? direction}`
      : `${span}: χ² for trend = ${round(chiSquared, 1)}, against 9.55: ${direction.replace('-', ' ')}.`;
  }),
  change: example<Trend>(years, ({ points }) => {
    const [before, now] = [YEAR, 'fy2017-18'].map((period) =>
      points.find((point) => point.period === period),
    );
    const apart = before && now && differenceInterval(now, before);
    if (!apart || before.value === null || now.value === null)
      throw new RangeError('no two years to work the example on');
    const said = apart.lower > 0 || apart.upper < 0 ? 'a change' : 'no change beyond chance';
    return `Greater Manchester, ${percent(before.value, 2)} in ${periodBrief(YEAR)} and ${percent(now.value, 2)} in 2017/18: a difference of ${round(100 * (now.value - before.value), 2)} points, ${round(100 * apart.lower, 2)} to ${round(100 * apart.upper, 2)}: ${said}.`;
  }),
  drivers: example<Drivers>(
    driversUrl({ metric: METRIC, alliance: 'kent-and-medway', period: 'fy2018-19' }),
    ({ alliance, rows, rest }) => {
      const parts = rows.map(({ people }) => people ?? 0);
      const short = parts.filter((people) => people > 0).reduce((sum, people) => sum + people, 0);
      const spare = parts.filter((people) => people < 0).reduce((sum, people) => sum - people, 0);
      const other = rest?.people == null ? '' : `, ${rest.people} in no row`;
      return `${alliance.name}, 2018/19: ${plural(parts.filter((people) => people > 0).length, 'CCG')} short by ${short}, the others ${spare} to spare${other}: ${short} − ${spare} = ${alliance.people}, the Alliance’s own gap.`;
    },
  ),
};

const ofFew = snapshotUrl({ metric: '62-day-screening', period: '2016-09', level: 'ccg' });

const differsByInterval = ({ lower, upper }: SnapshotArea, benchmark: number) =>
  lower !== null && upper !== null && (lower > benchmark || upper < benchmark);

/** Where Fingertips or Making Data Count would give another answer: theirs and ours. */
export const DEPARTURES: readonly Departure[] = [
  {
    name: 'Few people: Fingertips compares by the interval alone',
    method: 'intervals',
    ...example<Snapshot>(ofFew, ({ areas, benchmark }) => {
      const value = benchmark?.value ?? Number.NaN;
      const theirs = areas.filter((area) => differsByInterval(area, value)).length;
      const ours = areas.filter(({ comparison }) => comparison === 'better' || comparison === 'worse').length;
      return `62-day screening, September 2016: ${theirs} CCGs differ from England by their interval alone, ${ours} where the binomial distribution agrees. 0 of 1 person in time has an interval that leaves out 90%, and chance gives it in one case of ten.`;
    }),
  },
  {
    name: 'An area and its own Alliance: Fingertips compares with the whole',
    method: 'comparison',
    ...example<Snapshot>(
      snapshotUrl({ metric: METRIC, period: YEAR, level: 'ccg', benchmark: 'alliance' }),
      (reply) => {
        const area = counted(reply, '11N');
        const rest = area.benchmark;
        if (rest?.value == null || rest.numerator === null || rest.denominator === null)
          throw new RangeError('no rest to work the example on');
        const [x, n] = [rest.numerator + area.numerator, rest.denominator + area.denominator];
        return `${area.name}, ${percent(area.value)}: its Alliance with it in is at ${percent(x / n)} (${formatCount(x)} of ${formatCount(n)}), the rest of it at ${percent(rest.value)} (${formatCount(rest.numerator)} of ${formatCount(rest.denominator)}).`;
      },
    ),
  },
  {
    name: 'Limits beyond 100%: Making Data Count draws them',
    method: 'control-chart',
    ...example<Trend>(
      trendUrl({ metric: '31-day-radiotherapy', area: 'cheshire-and-merseyside', grain: 'month' }),
      ({ control }) => {
        const cut = control.segments.find(({ upper }) => upper !== null && upper >= 1);
        if (cut?.mean == null || cut.lower === null)
          return 'No limit of this series reaches beyond 100% at present.';
        const uncut = 2 * cut.mean - cut.lower;
        return `${metricOf('31-day-radiotherapy').label}, Cheshire and Merseyside, ${periodBrief(cut.from)} to ${periodBrief(cut.until)}: the upper limit would be ${percent(uncut, 2)}; no share is above 100%, so ours ends there. No month is judged otherwise.`;
      },
    ),
  },
  {
    name: 'Small months: Making Data Count uses XmR alone',
    method: 'control-chart',
    ...example<Trend>(
      trendUrl({ metric: METRIC, area: '00X', grain: 'month' }),
      ({ control: { period, points, pPrime, variation } }) => {
        const last = points.find((point) => point.period === period);
        if (last?.lower == null || last.upper === null || pPrime === null)
          throw new RangeError('no p′ chart to work the example on');
        const words = (type: string | null) => (type ?? '').replace('-', ' ');
        return `NHS Chorley and South Ribble CCG, ${periodBrief(period ?? '')}: by XmR ${words(variation)}, limits ${percent(last.lower)} to ${percent(last.upper)}; by Laney’s p′, which allows for how few people the month has, ${words(pPrime.variation)}, limits ${percent(pPrime.lower)} to ${percent(pPrime.upper)}. We show XmR, and say where the two disagree.`;
      },
    ),
  },
];
