import type { Content } from './content.ts';

/** What a file is that is known and holds no figures that can be taken, and what would be right; null where it is none. */
export function notTaken(content: Content): string | null {
  const found = NOT_TAKEN.find(({ is }) => is(content));
  return found ? `${found.what}: ${found.right}` : null;
}

const columnsOf = (content: Content) => (content.kind === 'table' ? content.columns : []);
const has = (pattern: RegExp) => (content: Content) =>
  columnsOf(content).some((column) => pattern.test(column.replace(/^\ufeff/, '')));

/** Whether the first rows of a workbook's first sheets say something. */
const says = (pattern: RegExp) => (content: Content) =>
  content.kind === 'workbook' &&
  content.sheets
    .slice(0, 3)
    .some(({ sheet, rows }) =>
      [sheet, ...rows.slice(0, 12).flat()].some((cell) => pattern.test(String(cell))),
    );

/** What is right in place of a table of areas. */
export const GEOGRAPHY =
  'which areas there are stands in data/geography; for ICBs that merge take ONS’ look-up of sub-ICBs to ICBs, the ODS list of successions (succ.csv), or our own successions CSV (npm run data -- template successions)';

const NOT_TAKEN: { what: string; right: string; is: (content: Content) => boolean }[] = [
  {
    what: 'a QOF file by practice',
    right:
      'practices are not summed to areas here; take the prevalence table by CCG, or Fingertips’ indicator 276 (Cancer: QOF prevalence)',
    is: (content) => has(/^practice[_ ]?code$/i)(content) && has(/register|achievement|indicator/i)(content),
  },
  {
    what: 'a look-up of areas',
    right: GEOGRAPHY,
    is: (content) =>
      columnsOf(content).filter((column) =>
        /^(\ufeff)?(CCG|SICBL|ICB|STP|CAL|CALNCV|LSOA|LAD|NHSER|NHSRLO|LOC)\d{2}(CDH?|NM)/i.test(column),
      ).length >= 2 || has(/^Sub-ICB E Code$/)(content),
  },
  {
    what: 'a workbook of the Cancer Patient Experience Survey',
    right:
      'its questions are numbered anew each year; read are the CSV tables of 2018, and others in our own tidy CSV (npm run data -- template)',
    is: says(/cancer patient experience survey/i),
  },
  {
    what: 'a workbook of stage at diagnosis',
    right: 'take NDRS’ download by area, year and site as CSV',
    is: says(/stage at diagnosis|staging data/i),
  },
  {
    what: 'a workbook of the CCG Outcomes Indicator Set',
    right:
      'read are 1.18 as JSON and the England series as CSV; others in our own tidy CSV (npm run data -- template)',
    is: says(/outcomes indicator set|CCG ?OIS/i),
  },
  {
    what: 'a workbook of cancer survival',
    right:
      'take the index by CCG as CSV, with Geography code, Cancer site, Sex, Diagnosis Year and Survival (%)',
    is: says(/cancer survival/i),
  },
  {
    what: 'a workbook of the Quality and Outcomes Framework',
    right: 'take the prevalence table by CCG as CSV, or Fingertips’ indicator 276 (Cancer: QOF prevalence)',
    is: says(/quality and outcomes framework|\bQOF\b/i),
  },
];
