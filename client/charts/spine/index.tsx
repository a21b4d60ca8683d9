import { profileUrl } from '../../../data/addresses/api.ts';
import type { ChartContext, ChartQuery } from '../../../data/contract/drawing.ts';
import type { Profile } from '../../../data/contract/index.ts';
import { VERDICT_RULE } from '../../../data/text/methods.ts';
import {
  comparisonHeading,
  figuresSentence,
  standardsSentence,
  unjudgedSentence,
} from '../../../data/text/profile.ts';
import { areasNoun, periodWords, uncapitalised } from '../../../data/text/words.ts';
import { allianceUrl, CCG, ccgUrl, icbUrl } from '../../url.ts';
import { type Chart, type ChartParts, searchOf } from '../kit/chart.ts';
import { PROFILE_HEAD, profileCells } from './columns.ts';
import { SpineSheet } from './SpineSheet.tsx';

/** Every measure of a CCG, an ICB or an Alliance, and its place among all others of its level. */
export const spine: Chart = {
  asks: (query, context) => ({ needed: [profileUrl(viewOf(query, context).view)] }),
  draw(query, context, replyAt) {
    const { view, pageUrl } = viewOf(query, context);
    const profile = replyAt<Profile>(profileUrl(view));
    const { area, against, period, rows } = profile;
    const figures = rows.filter(({ value }) => value !== null);
    if (figures.length === 0)
      throw new RangeError(`No metric of ${area.name} has a figure by ${lastMonth(period)}.`);
    const title = comparisonHeading(profile);
    const { benchmark, confidence } = view;
    return {
      title: `${area.name}: ${uncapitalised(title)}`,
      subtitle: `Every metric of ${area.name} as at ${periodWords(period)}, each in its own unit, compared with ${against} by ${confidence}% intervals. ${figuresSentence(rows, lastMonth(period))}`,
      picture: <SpineSheet profile={profile} pathway={context.catalogue.pathway} />,
      alt: `${area.name} by ${rows.length} metrics. ${title}.`,
      notes: [
        standardsSentence(rows),
        unjudgedSentence(profile),
        ...readingNotes(profile, confidence),
      ].filter((note) => note !== ''),
      metrics: figures.map(({ metric }) => metric),
      boundaries: false,
      page: pageUrl(area.area, { period, benchmark, confidence }),
      name: [area.name, 'profile', period, `against ${against}`],
      table: tableOfSpines(profile),
    };
  },
};

/** The view of the area’s page, and how its address is made. Throws a RangeError where the area has none. */
function viewOf(
  query: ChartQuery,
  { areas: { alliances, alliancesToday, ccgs, icbs, laterCcgs } }: ChartContext,
) {
  const { area = '' } = query;
  const view = { area, ...CCG.parse(searchOf(query)) };
  const isOneOf = (some: readonly { area: string }[]) => some.some((each) => each.area === area);
  if (isOneOf([...alliances, ...alliancesToday])) return { view, pageUrl: allianceUrl };
  if (isOneOf(icbs)) return { view, pageUrl: icbUrl };
  if (isOneOf([...ccgs, ...laterCcgs])) return { view, pageUrl: ccgUrl };
  throw new RangeError(`'${area}' is no CCG, ICB or Alliance: only these have a place among others.`);
}

const SPINE = ['areas', 'min', 'p10', 'p25', 'median', 'p75', 'p90', 'max'] as const;

/** The page’s file but for what every file of a chart says of itself, and what the spines are drawn from. */
function tableOfSpines(profile: Profile): ChartParts['table'] {
  const kept = [...PROFILE_HEAD.entries()].filter(([, name]) => name !== 'data_version');
  const cells = profileCells(profile);
  return {
    head: [...kept.map(([, name]) => name), ...SPINE.map((name) => `spine_${name}`)],
    rows: profile.rows.map(({ spine }, index) => [
      ...kept.map(([at]) => cells[index]?.[at] ?? null),
      ...SPINE.map((name) => spine?.[name] ?? null),
    ]),
  };
}

/** The month a period ends in, in words: figures are those that were there by then. */
export const lastMonth = (period: string): string => periodWords(period).split(' to ').at(-1) ?? period;

/** How a profile is to be read: when a figure is called better or worse, and what the pictures of its places hold. */
export const readingNotes = ({ area, against, period }: Profile, confidence: string): [string, string] => {
  const [one, many] = [areasNoun(area.level, 1), areasNoun(area.level, 2)];
  return [
    `Each figure is of ${periodWords(period)}, or else the latest before it, which is marked. It is better or worse where its ${confidence}% interval lies wholly on one side of the value of ${against}. ${VERDICT_RULE} A weighted mean is our approximation, not an official statistic.`,
    `The picture of its place runs from the ${one} with the least favourable figure to that with the most; where nothing is better or worse, from the lowest to the highest. The pale box holds the middle four fifths of ${many}, the darker one the middle half, its tick the median. The dashed line is what figures are compared with; the dot is this ${one}, with its 95% interval.`,
  ];
};
