import type { Spread } from '../contract/index.ts';
import { type Metric, metric as metricOf } from '../metrics/index.ts';
import { formatValue } from './format.ts';
import { pWords } from './spread.ts';
import { areasNoun, gapWords, shareWords } from './spread-parts.ts';

/** One number about a spread: its full-precision value, how it is printed, and what it means in a line. */
export type SpreadNumber = { id: string; name: string; value: number | null; shown: string; meaning: string };

/** The numbers of a spread in the order in which they are explained; those that do not hold are left out. */
export function spreadNumbers(spread: Spread): SpreadNumber[] {
  const metric = metricOf(spread.query.metric);
  return [...quantiles(spread, metric), ...heterogeneity(spread, metric), ...outside(spread)];
}

function quantiles({ variation, chance, query }: Spread, metric: Metric): SpreadNumber[] {
  const many = areasNoun(query.level, 2);
  const row = (id: string, name: string, value: number | null, meaning: string): SpreadNumber[] =>
    value === null ? [] : [{ id, name, value, shown: formatValue(metric, value), meaning }];
  const gap = (id: string, name: string, low: number | null, high: number | null, meaning: string) =>
    low === null || high === null
      ? []
      : [{ id, name, value: high - low, shown: gapWords(metric, high - low), meaning }];
  return [
    {
      id: 'areas',
      name: `${many} with a figure`,
      value: variation.areas,
      shown: String(variation.areas),
      meaning: 'All numbers below are of these.',
    },
    ...row('median', 'Median', variation.median, `Half of the ${many} lie below it, half above.`),
    ...row('p10', '10th percentile', variation.p10, `A tenth of the ${many} lie below it.`),
    ...row('p90', '90th percentile', variation.p90, `A tenth of the ${many} lie above it.`),
    ...gap(
      'p10_to_p90',
      '10th to 90th percentile',
      variation.p10,
      variation.p90,
      `How far apart the middle eight in ten of the ${many} are.`,
    ),
    ...gap(
      'p10_to_p90_by_chance',
      'The same by chance alone',
      chance?.p10 ?? null,
      chance?.p90 ?? null,
      `How far apart they would be if all ${many} were alike and only chance moved them.`,
    ),
    ...gap(
      'range',
      'Lowest to highest',
      variation.min,
      variation.max,
      `Grows with the number of ${many}, and with small ones among them: no measure of variation by itself.`,
    ),
  ];
}

function heterogeneity({ variation, funnel }: Spread, metric: Metric): SpreadNumber[] {
  const { i2, pValue, tau, tauInUnits } = variation;
  const rows: SpreadNumber[] = [];
  if (i2 !== null && pValue !== null)
    rows.push({
      id: 'i2',
      name: 'Beyond chance (I²)',
      value: i2,
      shown: `${shareWords(i2)}, ${pWords(pValue)}`,
      meaning:
        'Share of the variation that chance does not explain. It grows with the number of people, so read it with τ.',
    });
  if (tau !== null)
    rows.push({
      id: 'tau',
      name: 'Between areas (τ)',
      value: tau,
      shown:
        metric.kind === 'proportion'
          ? `${tau.toFixed(3)} (arcsine scale)${tauInUnits === null ? '' : `, about ${gapWords(metric, tauInUnits)}`}`
          : gapWords(metric, tau),
      meaning: 'Standard deviation of what is left when chance is taken away.',
    });
  if (funnel) rows.push(...dispersion(funnel));
  return rows;
}

const dispersion = ({ phi, tau2, tau }: NonNullable<Spread['funnel']>): SpreadNumber[] => [
  {
    id: 'phi',
    name: 'Over-dispersion (φ)',
    value: phi,
    shown: phi.toFixed(2),
    meaning:
      'How many times as far from the centre as chance would put them, squared; extremes are drawn in first, so it reads low.',
  },
  {
    id: 'tau2',
    name: 'Widening of the limits (τ²)',
    value: tau2,
    shown: `${tau2.toFixed(4)} (τ ${tau.toFixed(3)})`,
    meaning: 'Variance added to the limits, on the arcsine scale, when they are widened for over-dispersion.',
  },
];

function outside({ funnel, query }: Spread): SpreadNumber[] {
  if (!funnel) return [];
  const kinds = [
    ['before', funnel.method === 'exact' ? 'exact limits' : 'score limits', funnel.before],
    ['after', 'limits widened for over-dispersion', funnel.after],
    ...(funnel.method === 'exact' ? [] : [['exact', 'exact binomial limits', funnel.exact] as const]),
  ] as const;
  return kinds.flatMap(([id, name, counts]) => [
    {
      id: `outside_998_${id}`,
      name: `Outside 99.8%, ${name}`,
      value: counts.outside998,
      shown: `${counts.outside998} of ${funnel.areas}`,
      meaning: `${counts.low998} below, ${counts.high998} above; by chance ${funnel.expected998.toFixed(1)} of the ${areasNoun(query.level, 2)}.`,
    },
    {
      id: `outside_95_${id}`,
      name: `Outside 95%, ${name}`,
      value: counts.outside95,
      shown: `${counts.outside95} of ${funnel.areas}`,
      meaning: `${counts.low95} below, ${counts.high95} above; by chance ${funnel.expected95.toFixed(1)}.`,
    },
  ]);
}
