import { type Static, Type } from 'typebox';
import { LIMITS } from '../addresses/choices.ts';

export const FunnelLimits = Type.Object(
  {
    denominator: Type.Number({ description: 'People the limits are for' }),
    lower95: Type.Number({ description: 'Lower 95% limit' }),
    upper95: Type.Number({ description: 'Upper 95% limit' }),
    lower998: Type.Number({ description: 'Lower 99.8% limit' }),
    upper998: Type.Number({ description: 'Upper 99.8% limit' }),
  },
  { description: 'The funnel’s limits at one denominator' },
);
export type FunnelLimits = Static<typeof FunnelLimits>;

export const Outside = Type.Object(
  {
    low95: Type.Integer({ description: 'Below the lower 95% limit' }),
    high95: Type.Integer({ description: 'Above the upper 95% limit' }),
    outside95: Type.Integer({ description: 'Beyond either' }),
    low998: Type.Integer({ description: 'Below the lower 99.8% limit' }),
    high998: Type.Integer({ description: 'Above the upper 99.8% limit' }),
    outside998: Type.Integer({ description: 'Beyond either' }),
  },
  {
    description:
      'How many areas lie beyond limits; those beyond the 99.8% limits are beyond the 95% ones too',
  },
);
export type Outside = Static<typeof Outside>;

export const Funnel = Type.Object({
  centre: Type.Number({ description: 'The value that the limits stand around: the benchmark’s' }),
  method: Type.Enum([...LIMITS], { description: 'How the limits were made, as asked' }),
  limits: Type.Array(FunnelLimits, { description: 'Limits to draw, by growing denominator' }),
  adjusted: Type.Array(FunnelLimits, { description: 'The same limits, widened for over-dispersion' }),
  areas: Type.Integer({ description: 'Areas with a figure' }),
  expected95: Type.Number({ description: 'How many of them chance alone would put beyond the 95% limits' }),
  expected998: Type.Number({ description: 'And beyond the 99.8% limits' }),
  before: { ...Outside, description: 'Areas beyond the limits drawn' },
  after: { ...Outside, description: 'Areas beyond the limits widened for over-dispersion' },
  exact: { ...Outside, description: 'Areas beyond exact binomial limits' },
  phi: Type.Number({ description: 'Over-dispersion ratio, winsorised' }),
  tau2: Type.Number({ description: 'Variance between areas on the arcsine scale' }),
  tau: Type.Number({ description: 'Its root' }),
  rough: Type.Integer({
    description:
      'Areas where fewer than ten people are expected on the rarer side, so that score limits are rough',
  }),
});
export type Funnel = Static<typeof Funnel>;
