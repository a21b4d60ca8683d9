import { type Static, Type } from 'typebox';
import { NullableString, nullable, TargetReply } from './common.ts';

export const CatalogueMetric = Type.Object({
  id: Type.String(),
  label: Type.String(),
  phrase: Type.String(),
  definition: Type.String(),
  kind: Type.Enum(['proportion', 'index', 'rate', 'mean']),
  unit: Type.String(),
  polarity: Type.Enum(['higher', 'lower', 'none']),
  pathway: Type.String(),
  targets: Type.Array(TargetReply),
  groups: Type.Array(Type.String()),
  levels: Type.Array(Type.String()),
  grains: Type.Array(Type.String()),
  /** The periods with figures, oldest first, for each level and grain. */
  periods: Type.Array(
    Type.Object({ level: Type.String(), grain: Type.String(), periods: Type.Array(Type.String()) }),
  ),
  illustrative: Type.Boolean(),
  cautions: Type.Array(Type.String()),
  source: Type.Object({
    publisher: Type.String(),
    publication: Type.String(),
    page: Type.String(),
    licence: Type.String(),
    frequency: Type.String(),
    lag: Type.String(),
    next: Type.String(),
  }),
});
export type CatalogueMetric = Static<typeof CatalogueMetric>;

export const AmbitionReply = Type.Object({
  id: Type.String(),
  area: Type.String(),
  heading: Type.String(),
  ambition: Type.String(),
  /** The line of Annex A it comes from; two ambitions share it where one line holds two. */
  asPrinted: Type.String(),
  footnote: NullableString,
  inDashboard: Type.Boolean(),
  metric: NullableString,
  target: nullable(TargetReply),
  notCollected: NullableString,
});

export const LocalActionReply = Type.Object({
  area: Type.String(),
  action: Type.String(),
  recommendations: Type.Array(Type.String()),
  national: NullableString,
});

export const Catalogue = Type.Object({
  query: Type.Object({}),
  dataVersion: Type.String(),
  metrics: Type.Array(CatalogueMetric),
  pathway: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      ambitions: Type.Array(AmbitionReply),
      local: Type.Array(LocalActionReply),
    }),
  ),
  home: Type.Object({ metric: Type.String(), period: nullable(Type.String()) }),
});
export type Catalogue = Static<typeof Catalogue>;
