import { type Static, Type } from 'typebox';
import type { MetricId } from '../metrics/index.ts';
import {
  Area,
  AreaId,
  AreaLevel,
  AreaName,
  asked,
  DataVersion,
  MetricOf,
  PeriodId,
  PeriodOf,
  strict,
} from './common.ts';

export const FindingsQuery = Type.Object(
  {
    area: Area,
    period: Type.Optional({ ...PeriodId, description: 'As at this period; the latest by default' }),
  },
  strict,
);
export type FindingsQuery = Static<typeof FindingsQuery>;

export const Fact = Type.Object(
  {
    shown: Type.String({ description: 'The number as the sentence has it' }),
    value: Type.Number({ description: 'The number itself, in the API’s units' }),
    url: Type.String({ description: 'The address that answers it' }),
    path: Type.Array(Type.Union([Type.String(), Type.Integer()]), {
      description:
        'Steps from the top: keys and places (`rows`, 3, `value`) and, on a list, `key=value` for those of its members, `:3` for the first three, a key for that of each, and `length` or `sum` for the number',
    }),
  },
  {
    description:
      'A number of a sentence as it reads there, and where the API answers it: an address, and the way through its reply',
  },
);
export type Fact = Static<typeof Fact>;

export const Finding = Type.Object({
  id: Type.String({ description: 'The finding’s id, the same from period to period' }),
  /** Empty in the finding about what is not collected, which is about no one metric. */
  metric: Type.Unsafe<MetricId | ''>(MetricOf),
  period: PeriodOf,
  text: Type.String({ description: 'One or two plain sentences' }),
  facts: Type.Array(Fact, { description: 'Every number of the sentences, with the address that answers it' }),
});
export type Finding = Static<typeof Finding>;

export const Findings = Type.Object({
  query: asked(FindingsQuery),
  dataVersion: DataVersion,
  area: Type.Object(
    { area: AreaId, name: AreaName, level: AreaLevel },
    { description: 'The area the findings are about' },
  ),
  period: Type.String({ description: 'The period they are as at' }),
  findings: Type.Array(Finding, { description: 'The most telling first' }),
});
export type Findings = Static<typeof Findings>;
