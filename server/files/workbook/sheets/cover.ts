import { type Link, PUBLISHER, type TextSheet } from '../../shared/xlsx/book.ts';
import { CONTENTS } from './assemble.ts';

const LICENCE = 'Open Government Licence v3.0';
const LICENCE_PAGE = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';

export type Covered = {
  title: string;
  /** What it is of and as at when, in sentences. */
  about: readonly string[];
  link: string;
  origin: string;
  dataVersion: string;
  builtAt: string;
};

const day = (instant: string) =>
  new Date(instant).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

const address = (url: string): Link => ({ text: url, url });

/** What a workbook is, who publishes it, of which data, under which licence, and where to ask. */
export const coverSheet = ({ title, about, link, origin, dataVersion, builtAt }: Covered): TextSheet => ({
  name: 'Cover',
  title,
  lines: [
    ...about,
    { text: 'Contents of this workbook', sheet: CONTENTS },
    { heading: 'Publisher' },
    PUBLISHER,
    'Sums and intervals are our own, from the published figures: they are no official statistics, and no publisher endorses them.',
    { heading: 'Data' },
    `Version ${dataVersion}, built on ${day(builtAt)}.`,
    { heading: 'This page, with the same figures' },
    address(link),
    { heading: 'Licence' },
    `Contains public sector information licensed under the ${LICENCE}. The sources are named in this workbook.`,
    address(LICENCE_PAGE),
    { heading: 'Contact' },
    'How to ask for these and other figures, and how they are made:',
    address(`${origin}/api/docs`),
  ],
});
