import { expectTypeOf, test } from 'vitest';
import type * as contract from '../../../../data/contract/index.ts';
import type * as funnel from '../../../../server/stats/funnel.ts';
import type * as trend from '../../../../server/stats/trend.ts';
import type * as xmr from '../../../../server/stats/xmr.ts';

// The statistics import nothing, so the contract has lists of its own: the type check fails where the two differ.
test('the contract names the kinds that the statistics give', () => {
  expectTypeOf<contract.Signal>().toEqualTypeOf<xmr.Signal>();
  expectTypeOf<contract.PointType>().toEqualTypeOf<xmr.PointType>();
  expectTypeOf<contract.Assurance>().toEqualTypeOf<xmr.Assurance>();
  expectTypeOf<contract.Direction>().toEqualTypeOf<trend.Direction>();
  expectTypeOf<contract.Zone>().toEqualTypeOf<funnel.Zone>();
});
