import { profileUrl, profileView } from '../../../data/addresses/view.ts';
import type { Profile } from '../../../data/contract/index.ts';
import type { MetricId } from '../../../data/metrics/index.ts';
import { periodWords } from '../../../data/text/figure.ts';
import {
  comparisonHeading,
  figuresSentence,
  isIllustrative,
  standardsSentence,
  unjudgedSentence,
} from '../../../data/text/profile.ts';
import { profileAddress } from '../../pages/ccg/view.ts';
import type { Asked, Exported, Known, Taken } from '../kit/exported.ts';
import { PROFILE_HEAD, profileCells } from './csvRows.ts';
import { lastMonth, readingNotes } from './readingNotes.ts';
import { SpineSheet } from './SpineSheet.tsx';

const SPINE = ['areas', 'min', 'p10', 'p25', 'median', 'p75', 'p90', 'max'] as const;

/** The page’s file but for what every file of a chart says of itself, and what the spines are drawn from. */
function tableOfSpines(profile: Profile): Taken['table'] {
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

function viewOf(asked: Asked, { areas: { alliances, ccgs, laterCcgs } }: Known) {
  const { area = '' } = asked;
  const view = profileView(area, { get: (name) => asked[name] ?? null });
  const isAlliance = alliances.some((each) => each.area === area);
  if (!isAlliance && ![...ccgs, ...laterCcgs].some((each) => each.area === area))
    throw new RangeError(`'${area}' is neither a CCG nor an Alliance: only these have a place among others.`);
  return { view, path: isAlliance ? `/alliances/${area}` : `/ccgs/${area}` };
}

/** Every measure of a CCG or an Alliance, and its place among all others of its level. */
export const spine: Exported = {
  asks: (asked, known) => ({ needed: [profileUrl(viewOf(asked, known).view)] }),
  take(asked, known, answered) {
    const { view, path } = viewOf(asked, known);
    const profile = answered<Profile>(profileUrl(view));
    const { area, against, period, rows } = profile;
    const figures = rows.filter(({ value }) => value !== null);
    if (figures.length === 0)
      throw new RangeError(`No measure of ${area.name} has a figure by ${lastMonth(period)}.`);
    const title = comparisonHeading(profile);
    const { benchmark, confidence } = view;
    return {
      title: `${area.name}: ${title[0]?.toLowerCase()}${title.slice(1)}`,
      subtitle: `Every measure of ${area.name} as at ${periodWords(period)}, each in its own unit, compared with ${against} by ${confidence}% intervals. ${figuresSentence(rows, lastMonth(period))}`,
      picture: <SpineSheet profile={profile} pathway={known.catalogue.pathway} />,
      alt: `${area.name} by ${rows.length} measures. ${title}.`,
      notes: [
        standardsSentence(rows),
        unjudgedSentence(profile),
        ...readingNotes(profile, confidence),
      ].filter((note) => note !== ''),
      metrics: figures.map(({ metric }) => metric as MetricId),
      illustrative: false,
      mixed: figures.some(isIllustrative),
      boundaries: false,
      page: profileAddress(path, '', { period, benchmark, confidence }),
      name: [area.name, 'profile', period, `against ${against}`],
      table: tableOfSpines(profile),
    };
  },
};
