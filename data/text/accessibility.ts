/** When the pages were last tested as a whole by what the statement lists; ISO date. */
export const TESTED_ON = '2026-11-28';

/** What the pages were tested with, by package or program, in the version of the day. */
export const TESTED_WITH = { axe: '4.13.0', playwright: '1.65.1' } as const;

/** The screen reader that the pages were heard with, and in what. */
const HEARD_WITH = 'Orca 43.1 with Chromium 156 on Debian 12';

/** How something was tested, on what, and what was found. */
export type Tested = { name: string; by: string; on: string; found: string };

export const TESTED: readonly Tested[] = [
  {
    name: 'Rules',
    by: `axe (axe-core ${TESTED_WITH.axe}) in Chromium: every rule for WCAG 2.2 A and AA, and its best practice`,
    on: 'Every kind of page, at 1280 and 390 pixels. With two periods, a zoomed and faded map, an open panel and an open list of names. With no such page and no such area; while figures are awaited, and where they fail.',
    found: 'No violation of any level. Each change to the code is tested again.',
  },
  {
    name: 'Screen reader',
    by: `${HEARD_WITH}, its keys pressed one by one and what it spoke written down; by somebody who sees`,
    on: 'Tab, headings, landmarks and cells of tables. The map and its list, a board page with its scorecard and trend, a CCG, an ICB, progress, metrics, a funnel and strips, a comparison. A search, a new metric and date, a file loaded, no such page.',
    found:
      'Each figure is spoken with its area, unit and counts; its metric and period are in the name of the table or chart. A change is told once, in two or three sentences. What was silent, said twice or mere noise was put right, and is tested. What is left is below.',
  },
  {
    name: 'Keyboard',
    by: `A browser driven by key (Playwright ${TESTED_WITH.playwright})`,
    on: 'Every kind of page, wide and narrow: Tab through all of it; of the map, a board page, a metric, a comparison, the Alliances and the data also back.',
    found:
      'Each stop comes in the order of the page, can be seen and is marked. Nothing holds the focus, and a button that goes when it is pressed leaves it nearby. Each chart is one stop; arrow keys go from mark to mark.',
  },
  {
    name: 'Enlarging and spacing',
    by: 'Measured in the browser',
    on: 'Every kind of page: 320 pixels wide, a 1280 by 1024 window at 400%, text of twice the size, and text spaced out as WCAG says a reader may.',
    found:
      'No page is wider than its window, and no words are cut off. Wide tables scroll inside themselves.',
  },
  {
    name: 'Touch and pointer',
    by: 'Measured in the browser, and a mouse driven in it',
    on: 'All that is pressed, on every kind of page at 390 pixels. The words beside the pointer, on the page of a metric.',
    found:
      'At least 24 by 24 pixels, but for links within a text and marks of a chart. A pointer that has rested can be moved onto the words beside it; they stay until it leaves them, or until Escape.',
  },
  {
    name: 'Own colours, less motion',
    by: 'The browser’s own settings',
    on: 'Map, trend, funnel and scorecard with forced colours; the map with reduced motion.',
    found: 'Focus, fields and what is chosen stay visible. Nothing moves of itself.',
  },
  {
    name: 'Colour',
    by: 'Looked at, and computed from the palette (Machado and others 2009)',
    on: 'Map, funnel, strips, trend and scorecard with three kinds of colour blindness, and in grey.',
    found:
      'Classes stay apart in all three. Better and worse, met and not met also have a sign and a word. In grey, see below.',
  },
];

/** What is known to fall short, or not known. */
export const SHORTCOMINGS: readonly string[] = [
  'One screen reader was tried, by somebody who sees. NVDA, JAWS, VoiceOver and TalkBack were not, nor a voice program or a screen magnifier. No reader with a disability has been asked.',
  'On a map or a funnel the arrow keys work once the screen reader leaves them to the page (in Orca: Insert and A, pressed twice). Until then it reads each area in turn as a button. The list or table beside it is quicker.',
  'When a metric is chosen by arrow key, Orca speaks the group of the list and the choice before. What the page then shows is told after it.',
  'On Progress, Orca reads each ambition that can be unfolded as one long button.',
  'In grey, the two ends of a map coloured by target or by England look alike. The list beside it says which is which. The map coloured by value goes from pale to dark.',
  'Areas on a map and marks on a chart can be smaller than 24 pixels. The same areas are in the list or table beside it.',
  'Many method notes and cautions are hard to read, as the table below shows.',
  'PDF briefs carry tags, but no program that checks them has been run. Slides and workbooks have not been tested with assistive technology.',
];

/** The pages whose prose is measured: a name, the address, and the years of age that it takes to read. */
export const READING_AGES: readonly { name: string; address: string; age: number }[] = [
  { name: 'England', address: '/', age: 12 },
  { name: 'A board page', address: '/alliances/greater-manchester', age: 13 },
  { name: 'A CCG', address: '/ccgs/02N', age: 14 },
  { name: 'An ICB', address: '/icbs/QWO', age: 16 },
  { name: 'A metric', address: '/metrics/62-day-wait?period=fy2016-17', age: 12 },
  { name: 'Metrics', address: '/metrics', age: 10 },
  { name: 'Progress', address: '/progress', age: 14 },
  { name: 'A comparison', address: '/compare?areas=02N,02W,england&period=fy2016-17', age: 13 },
  { name: 'Data', address: '/data', age: 13 },
  { name: 'Methods', address: '/methods', age: 13 },
  { name: 'This statement', address: '/accessibility', age: 10 },
];

/** How reading age is measured. */
export const READING_RULE =
  'Flesch-Kincaid grade: 0.39 × words in a sentence + 11.8 × syllables in a word − 15.59, and five years for the age at which that school year begins (Kincaid and others 1975, US Naval Technical Training Command, report 8-75). Whole sentences of a page are counted; names of areas and long terms make it higher.';

/** How to report a barrier. */
export const REPORTING =
  'Tell whoever runs the site you are reading, or open an issue where its code is kept. Say the address of the page, what you tried, what happened, and what you read it with. There is no service desk, and we promise no time for an answer.';
