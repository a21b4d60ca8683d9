import { type Static, Type } from 'typebox';
import { AreaId, AreaName, asked, DataVersion, nullable } from './common.ts';

const Stp = Type.Object(
  {
    name: Type.String({ description: 'Its name' }),
    onsCode: Type.String({ description: 'Its code at the Office for National Statistics' }),
    coverage: Type.Enum(['whole', 'part'], {
      description: 'Whether the Alliance covers the whole of it or a part',
    }),
    coverageAsPrinted: Type.String({ description: 'How Annex i puts that' }),
  },
  { description: 'A Sustainability and Transformation Plan footprint that the Alliance covers' },
);

const Region = Type.Object(
  {
    area: AreaId,
    name: AreaName,
    alliances: Type.Array(Type.String(), { description: 'Ids of its Alliances' }),
  },
  { description: 'A region of NHS England' },
);

export const Alliance = Type.Object(
  {
    area: AreaId,
    name: AreaName,
    shortName: Type.String({ description: 'Its name in brief, for tables and axes' }),
    nameAsPrinted: Type.String({ description: 'Its name as Annex i prints it' }),
    kind: Type.Enum(['alliance', 'vanguard'], {
      description: 'Whether it is a Cancer Alliance or part of the Vanguard',
    }),
    region: Type.String({ description: 'The id of its region' }),
    population: Type.Integer({ description: 'People who live there, as a whole number' }),
    populationAsPrinted: Type.String({ description: 'The same as Annex i prints it' }),
    lead: nullable(
      Type.Object({
        name: AreaName,
        role: Type.String({ description: 'What they were' }),
        organisation: Type.String({ description: 'Where' }),
      }),
      'Who led it in December 2016; null where Annex i names nobody',
    ),
    stps: Type.Array(Stp, { description: 'The STP footprints it covers' }),
    ccgs: Type.Array(Type.String(), { description: 'Codes of its CCGs' }),
    note: Type.String({ description: 'What has to be known of it; empty where nothing has' }),
  },
  { description: 'A Cancer Alliance, or a partner of the National Cancer Vanguard, of Annex i' },
);
export type Alliance = Static<typeof Alliance>;

const Successor = Type.Object(
  {
    area: AreaId,
    name: AreaName,
    from: Type.String({ description: 'The month from which it stands, YYYY-MM' }),
    share: Type.Number({ description: 'The share of the CCG’s people that it took over, 0 to 1' }),
    fit: Type.Enum(['exact', 'best-fit'], {
      description: 'Whether the CCG went to it whole (exact) or by most of its people (best-fit)',
    }),
    note: Type.String({ description: 'What was assumed; empty where nothing was' }),
  },
  { description: 'A CCG that took over after a merger' },
);

export const Ccg = Type.Object(
  {
    area: Type.String({ description: 'Its NHS code, such as 08C' }),
    name: AreaName,
    nameAsPrinted: Type.String({ description: 'Its name as Annex i prints it' }),
    onsCode: Type.String({ description: 'Its code at the Office for National Statistics' }),
    alliances: Type.Array(Type.String(), { description: 'Ids of the Alliances it lies in' }),
    similar: Type.Array(Type.String(), {
      description: 'Codes of its ten most similar CCGs (NHS RightCare, 2016), the most similar first',
    }),
    population: Type.Integer({ description: 'People who live there' }),
    imdScore: nullable(
      Type.Number(),
      'Deprivation: average score of the IMD 2015, higher is more deprived; null where it is not known',
    ),
    imdRank: nullable(Type.Number(), 'Its rank by that score, 1 the most deprived'),
    stp: Type.String({ description: 'The name of its STP footprint' }),
    successors: Type.Array(Successor, {
      description: 'CCGs that took over from it in later mergers; empty where it lasted',
    }),
  },
  { description: 'A clinical commissioning group of December 2016' },
);
export type Ccg = Static<typeof Ccg>;

export const LaterCcg = Type.Object(
  {
    area: Type.String({ description: 'Its NHS code' }),
    name: AreaName,
    from: Type.String({ description: 'The first month it stands for, YYYY-MM' }),
    until: nullable(Type.String(), 'The last month; null where it lasted until CCGs ended'),
    predecessors: Type.Array(Type.String(), { description: 'The 2016 CCGs it succeeds, wholly or in part' }),
    alliance: Type.String({ description: 'The Alliance its figures are counted in' }),
    fit: Type.Enum(['exact', 'best-fit'], {
      description: 'How well it fits that Alliance: exact, or best-fit where it spans more than one',
    }),
  },
  { description: 'A CCG made by a later merger: not of Annex i, but with figures of its own' },
);
export type LaterCcg = Static<typeof LaterCcg>;

export const Icb = Type.Object(
  {
    area: Type.String({ description: 'Its NHS code, such as QWO' }),
    name: AreaName,
    onsCode: Type.String({
      description: 'Its code at the Office for National Statistics; empty where none is known',
    }),
    from: Type.String({ description: 'The first month of its figures, YYYY-MM' }),
    until: nullable(Type.String(), 'The last month; null where it goes on'),
    population: Type.Integer({ description: 'People of mid-2015 who live there' }),
    allianceToday: Type.String({ description: 'The id of today’s Alliance it lies in' }),
    alliances: Type.Array(
      Type.Object({
        area: AreaId,
        share: Type.Number({ description: 'The share of the ICB’s people who live in it, 0 to 1' }),
        counted: Type.Boolean({ description: 'Whether the Alliance’s figures hold this ICB whole' }),
      }),
      { description: 'The Alliances of Annex i its people live in, the largest share first' },
    ),
    successors: Type.Array(
      Type.Object({
        area: AreaId,
        name: AreaName,
        from: Type.String({ description: 'The month from which it stands, YYYY-MM' }),
        share: Type.Number({ description: 'The share of the ICB’s people that it took over, 0 to 1' }),
      }),
      { description: 'ICBs that took over from it; empty where it goes on' },
    ),
  },
  { description: 'An Integrated Care Board' },
);
export type Icb = Static<typeof Icb>;

export const AllianceToday = Type.Object(
  {
    area: AreaId,
    name: AreaName,
    shortName: Type.String({ description: 'Its name without Cancer Alliance' }),
    onsCode: Type.String({ description: 'Its code at the Office for National Statistics' }),
    icbs: Type.Array(Type.String(), { description: 'Codes of its ICBs, those that have ended too' }),
    population: Type.Integer({ description: 'People of mid-2015 who live there' }),
  },
  { description: 'One of today’s 21 Cancer Alliances' },
);
export type AllianceToday = Static<typeof AllianceToday>;

export const OwnAreaReply = Type.Object(
  {
    area: AreaId,
    name: AreaName,
    level: Type.Enum(['ccg', 'icb'], { description: 'What its members are' }),
    members: Type.Array(Type.String(), { description: 'NHS codes of its members' }),
    from: nullable(Type.String(), 'The first month of its figures, YYYY-MM; null where it begins with them'),
    until: nullable(
      Type.String(),
      'The last month, before its members merge with other areas; null where it goes on',
    ),
    population: Type.Integer({ description: 'People of mid-2015 who live there' }),
  },
  { description: 'An area that whoever runs this server has made of CCGs or of ICBs' },
);
export type OwnAreaReply = Static<typeof OwnAreaReply>;

export const Areas = Type.Object({
  query: asked(Type.Object({})),
  dataVersion: DataVersion,
  latestMonth: Type.String({ description: 'The latest month with figures', examples: ['2026-04'] }),
  regions: Type.Array(Region, { description: 'The regions of NHS England' }),
  alliances: Type.Array(Alliance, { description: 'The 19 Cancer Alliances and Vanguard partners' }),
  ccgs: Type.Array(Ccg, { description: 'The 209 CCGs of December 2016' }),
  laterCcgs: Type.Array(LaterCcg, { description: 'CCGs made by later mergers, with figures of their own' }),
  icbs: Type.Array(Icb, { description: 'The Integrated Care Boards of July 2022 on' }),
  alliancesToday: Type.Array(AllianceToday, { description: 'Today’s 21 Cancer Alliances' }),
  ownAreas: Type.Array(OwnAreaReply, {
    description: 'Areas that whoever runs this server has made of others; none where nobody has',
  }),
});
export type Areas = Static<typeof Areas>;
