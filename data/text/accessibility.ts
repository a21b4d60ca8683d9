/** When the pages were last tested as a whole by what the statement lists; ISO date. */
export const TESTED_ON = '2026-11-28';

/** What the pages were tested with, by package or program, in the version of the day. */
export const TESTED_WITH = { axe: '4.13.0', playwright: '1.65.1' } as const;

/** How something was tested, on what, and what was found. */
export type Tested = { name: string; by: string; on: string; found: string };

export const TESTED: readonly Tested[] = [
  {
    name: 'Rules',
    by: `axe (axe-core ${TESTED_WITH.axe}) in Chromium: every rule for WCAG 2.2 A and AA, and its best practice`,
    on: 'Every kind of page, at 1280 and 390 pixels; with two periods, a zoomed and faded map, an open panel, an open list of names, no such page and no such area.',
    found: 'No violation of any level. Each change to the code is tested again.',
  },
  {
    name: 'Keyboard',
    by: `A browser driven by key (Playwright ${TESTED_WITH.playwright})`,
    on: 'Map, board page, metric, comparison and data: Tab through the whole page and back.',
    found:
      'Each stop comes in the order of the page, can be seen and is marked. Nothing holds the focus. Each chart is one stop; arrow keys go from mark to mark.',
  },
  {
    name: 'Enlarging',
    by: 'Measured in the browser',
    on: 'Every kind of page: 320 pixels wide, a 1280 by 1024 window at 400%, and text of twice the size.',
    found: 'No page is wider than its window. Wide tables scroll inside themselves.',
  },
  {
    name: 'Touch',
    by: 'Measured in the browser',
    on: 'All that is pressed, on every kind of page at 390 pixels.',
    found: 'At least 24 by 24 pixels, but for links within a text and marks of a chart.',
  },
  {
    name: 'Own colours, less motion',
    by: 'The browser’s own settings',
    on: 'The map, with forced colours and with reduced motion.',
    found: 'Focus, fields and what is chosen stay visible. Nothing moves of itself.',
  },
  {
    name: 'Colour',
    by: 'Looked at, and computed from the palette (Machado and others 2009)',
    on: 'Map, funnel, strips and trend with three kinds of colour blindness, and in grey.',
    found:
      'Classes stay apart in all three. Better and worse, met and not met also have a sign and a word. In grey, see below.',
  },
];

/** What is known to fall short, or not known. */
export const SHORTCOMINGS: readonly string[] = [
  'Nobody has yet tested these pages with a screen reader, a voice program or a screen magnifier. No reader with a disability has been asked.',
  'In grey, the two ends of a map coloured by target or by England look alike. The list beside it says which is which. The map coloured by value goes from pale to dark.',
  'Areas on a map and marks on a chart can be smaller than 24 pixels. The same areas are in the list or table beside it.',
  'The words beside the pointer go along with it, so the pointer cannot be moved onto them. The same words stand above the chart, and Escape takes them away.',
  'Many method notes and cautions are hard to read, as the table below shows.',
  'PDF briefs carry tags, but no program that checks them has been run. Slides and workbooks have not been tested with assistive technology.',
];

/** The pages whose prose is measured: a name, the address, and the years of age that it takes to read. */
export const READING_AGES: readonly { name: string; address: string; age: number }[] = [
  { name: 'England', address: '/', age: 12 },
  { name: 'A board page', address: '/alliances/greater-manchester', age: 13 },
  { name: 'A CCG', address: '/ccgs/02N', age: 14 },
  { name: 'A metric', address: '/metrics/62-day-wait?period=fy2016-17', age: 12 },
  { name: 'Progress', address: '/progress', age: 15 },
  { name: 'Methods', address: '/methods', age: 13 },
  { name: 'This statement', address: '/accessibility', age: 10 },
];

/** How reading age is measured. */
export const READING_RULE =
  'Flesch-Kincaid grade: 0.39 × words in a sentence + 11.8 × syllables in a word − 15.59, and five years for the age at which that school year begins (Kincaid and others 1975, US Naval Technical Training Command, report 8-75). Whole sentences of a page are counted; names of areas and long terms make it higher.';

/** How to report a barrier. */
export const REPORTING =
  'Tell whoever runs the site you are reading, or open an issue where its code is kept. Say the address of the page, what you tried, what happened, and what you read it with. There is no service desk, and we promise no time for an answer.';
