import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as url from '../../client/url.ts';
import type { Catalogue } from '../../data/contract/index.ts';
import { METRIC_IDS } from '../../data/metrics/index.ts';
import { tried } from '../fuzz.ts';
import { catalogue as twoMetrics } from './fixtures.ts';

const catalogue = twoMetrics();
const empty = { metrics: [], home: { metric: '62-day-wait', period: null } } as unknown as Catalogue;

type AnyCodec = {
  parse(search: string, ...given: unknown[]): Record<string, unknown>;
  write(state: never, ...given: unknown[]): string;
  settled(state: never, ...given: unknown[]): string;
  change(search: string, change: object, ...given: unknown[]): string;
};
/** Every codec of the client, and what it is given beside the address. */
const CODECS: [name: string, codec: AnyCodec, given: readonly unknown[]][] = [
  ...Object.entries(url).flatMap(([name, codec]): [string, AnyCodec, unknown[]][] =>
    typeof codec === 'object' && 'parse' in codec && !['METRIC'].includes(name)
      ? [[name, codec as unknown as AnyCodec, [{ catalogue }]]]
      : [],
  ),
  ['METRIC', url.METRIC as unknown as AnyCodec, [{ catalogue, metric: 'early-stage' }]],
  ['ENGLAND of an empty catalogue', url.ENGLAND as unknown as AnyCodec, [{ catalogue: empty }]],
];

const NAMES = [
  ...[
    'metric',
    'level',
    'period',
    'layout',
    'colour',
    'area',
    'areas',
    'sort',
    'order',
    'within',
    'find',
    'view',
    'sure',
  ],
  ...[
    'then',
    'range',
    'hide',
    'pick',
    'benchmark',
    'confidence',
    'limits',
    'widened',
    'alliance',
    'only',
    'by',
    'grain',
  ],
  ...['patients', 'trend', 'measure', 'chart', 'group', 'line', '__proto__', 'constructor', 'x'],
];
const VALUES = [
  ...METRIC_IDS,
  ...[
    'ccg',
    'alliance',
    'icb',
    'fy2020-21',
    '2021-11',
    '2012',
    '2013',
    'hex',
    'name',
    'down',
    '1',
    '95',
    '99.8',
    '',
  ],
  ...[
    'similar',
    'group',
    'month',
    'control',
    'a,b,,a',
    ' a , b ',
    '2018-04..2020-03',
    ',',
    ' ',
    '%',
    '+',
    '&=',
    '#',
    '__proto__',
  ],
];
const text = fc.oneof(
  fc.constantFrom(...VALUES),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);
/** Query strings, most of them of parameters that there are. */
const search = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.tuple(fc.constantFrom(...NAMES), text), { maxLength: 12 })
      .map((pairs) => new URLSearchParams(pairs).toString()),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

test.each(CODECS)(
  '%s: any address is a state, and the state’s address is that state',
  (_name, codec, given) => {
    fc.assert(
      fc.property(search, (address) => {
        const state = codec.parse(address, ...given);
        const written = codec.write(state as never, ...given);
        expect(written === '' || written.startsWith('?')).toBe(true);
        expect(codec.parse(written, ...given)).toEqual(state);
        expect(codec.settled(state as never, ...given)).toBe(written);
      }),
      tried(100),
    );
  },
);

test.each(CODECS)(
  '%s: a change that changes nothing keeps the state, and parameters of others',
  (_name, codec, given) => {
    fc.assert(
      fc.property(search, (address) => {
        const state = codec.parse(address, ...given);
        const changed = codec.change(address, {}, ...given);
        expect(codec.parse(changed, ...given)).toEqual(state);
        expect(new URLSearchParams(changed).getAll('x')).toEqual(new URLSearchParams(address).getAll('x'));
      }),
      tried(50),
    );
  },
);

test('the context of an address is the same after a link', () => {
  fc.assert(
    fc.property(fc.constantFrom('/', '/metrics/31-day-wait', '/ccgs/00V', '/x'), search, (path, address) => {
      const context = url.contextOf(path, address);
      const there = url.areaUrl('ccg', '00V', context);
      expect(there).toMatch(/^\/ccgs\/00V(\?|$)/);
      const [, again = ''] = there.split('?');
      expect(url.CCG.parse(again)).toEqual(url.CCG.parse(again.replaceAll('+', '%20')));
      if (context.metric) expect(url.CCG.parse(again).measure).toBe(context.metric);
      if (context.period) expect(url.CCG.parse(again).period).toBe(context.period);
    }),
    tried(100),
  );
});
