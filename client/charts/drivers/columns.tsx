import { Link } from 'wouter';
import type { DriverRow } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { signedPoints } from '../../../data/text/drivers.ts';
import { briefName } from '../../../data/text/figure.ts';
import { formatCount, formatValue } from '../../../data/text/format.ts';
import type { Column } from '../kit/columns.ts';

type Of = (row: DriverRow) => number | null;

/** The columns of the drivers: what each CCG lacks, its shares, what it needs by itself, and how it changed. */
export function driversColumns(metric: Metric): Column<DriverRow>[] {
  const number = (id: string, head: string, value: Of, words: (known: number) => string) => ({
    id,
    head,
    number: true,
    value,
    shown: (row: DriverRow) => {
      const known = value(row);
      return known === null ? null : words(known);
    },
  });
  const share = (known: number) => `${(100 * known).toFixed(1)}%`;
  const signed = (known: number) => (known < 0 ? `−${formatCount(-known)}` : formatCount(known));
  const points = (known: number) => signedPoints(metric, known);
  return [
    {
      id: 'ccg',
      head: 'CCG',
      value: ({ name }) => name,
      shown: ({ area, name }) => <Link href={`/ccgs/${area}`}>{briefName(name)}</Link>,
      parts: [
        { id: 'area', value: ({ area }) => area },
        { id: 'area_name', value: ({ name }) => name },
      ],
    },
    number('people_short', 'People short (−: to spare)', ({ people }) => people, signed),
    number(
      'value',
      'Figure',
      ({ value }) => value,
      (known) => formatValue(metric, known),
    ),
    number('numerator', 'In time', ({ numerator }) => numerator, formatCount),
    number('denominator', 'Of', ({ denominator }) => denominator, formatCount),
    number('breaches', 'Breaches', ({ breaches }) => breaches, formatCount),
    number('share_of_breaches', 'Share of breaches', ({ shareOfBreaches }) => shareOfBreaches, share),
    number('share_of_people', 'Share of people', ({ shareOfPeople }) => shareOfPeople, share),
    number('share_of_gap', 'Share of what is missing', ({ shareOfGap }) => shareOfGap, share),
    number('needed', 'Needed to reach it alone', ({ needed }) => needed, formatCount),
    number(
      'baseline',
      'A year before',
      ({ baseline }) => baseline,
      (known) => formatValue(metric, known),
    ),
    number('change_own', 'Its own change adds', ({ change }) => change?.own ?? null, points),
    number('change_weight', 'Its weight adds', ({ change }) => change?.weight ?? null, points),
  ];
}
