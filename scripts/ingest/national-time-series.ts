import type { Content, Sheet } from './content.ts';
import { statedMonth } from './month.ts';
import { Problems, Refusal } from './problem.ts';
import { type Format, OGL, type Reading, type Wait } from './reading.ts';

/** The group that marks England by provider: its own series, never summed or ranked with commissioners. */
const PROVIDER_BASIS = 'basis:provider';

/** Each standard by its heading, the first that fits. */
const STANDARDS: readonly [metric: string, heading: RegExp][] = [
  ['28-day-diagnosis', /^four week/i],
  ['31-day-combined', /^one month.*first or subsequent treatment/i],
  ['62-day-combined', /^two month.*or consultant upgrade to a first/i],
  ['two-week-breast', /^two week wait breast/i],
  ['two-week-wait', /^two week wait/i],
  ['31-day-drugs', /^one month.*anti-cancer drug/i],
  ['31-day-radiotherapy', /^one month.*radiotherapy/i],
  ['31-day-surgery', /^one month.*surgery/i],
  ['31-day-wait', /^one month.*first treatment/i],
  ['62-day-screening', /^two month.*screening/i],
  ['62-day-upgrade', /^two month.*following a consultant upgrade/i],
  ['62-day-wait', /^two month.*gp urgent referral/i],
];

/** What stands in place of figures before a standard was set. */
const NO_STANDARD = /^no standard set$/i;

const HEADS = ['Total', 'Within Standard', 'Outside Standard'];
const text = (cell: unknown) => String(cell ?? '').trim();
const flat = (cell: unknown) => text(cell).replace(/\s+/g, ' ');

/** NHS England's national time series of the standards, by provider: months, quarters and years since October 2009. */
export const nationalTimeSeries: Format = {
  name: 'NHS England Cancer Waiting Times, national time series',
  recognises: (content) =>
    content.kind === 'workbook' &&
    content.sheets.some(({ rows }) =>
      rows.slice(0, 12).some((row) => /^national time series/i.test(text(row[1]))),
    ),
  read,
};

function read(name: string, content: Content): Reading {
  const sheets = content.kind === 'workbook' ? content.sheets : [];
  const problems = new Problems(name);
  const cover = sheets.find(({ sheet }) => /^cover$/i.test(sheet.trim()));
  if (!cover)
    throw new Refusal([{ file: name, message: 'no sheet Cover; expected one with the months it covers' }]);
  const { from, until, final } = coverOf(name, cover);
  const id = `cwt-national-${from}-${until}`;
  const waits: Wait[] = [];
  const tally = { series: 0, months: 0, quarters: 0, years: 0 };
  const seen = new Map<string, number>();
  for (const { sheet, rows } of sheets) {
    const kind = /^(monthly|quarterly|annual) (data|performance)/i.exec(sheet.trim())?.[1]?.toLowerCase();
    if (!kind) continue;
    const headings = rows[1] ?? [];
    for (const column of (rows[3] ?? []).keys())
      if (flat(rows[3]?.[column]) === HEADS[1] && flat(headings[column - 1]) === '')
        problems.add(
          `column ${column + 1}: "${HEADS[1]}" stands beneath no standard; expected ${HEADS.join(', ')}, and the standard above the first`,
          { sheet, row: 4 },
        );
    for (const [column, cell] of headings.entries()) {
      const heading = flat(cell);
      if (heading === '') continue;
      const metric = STANDARDS.find(([, pattern]) => pattern.test(heading))?.[0];
      if (!metric) {
        problems.add(`no standard is known by the heading "${heading}"`, { sheet, row: 2 });
        continue;
      }
      const found = HEADS.map((_, i) => flat(rows[3]?.[column + i]));
      if (found.join() !== HEADS.join()) {
        problems.add(`beneath "${heading}" stand ${found.join(', ')}; expected ${HEADS.join(', ')}`, {
          sheet,
          row: 4,
        });
        continue;
      }
      tally.series += 1;
      for (let index = 4; index < rows.length; index++) {
        const cells = rows[index] ?? [];
        const label = cells[column - 1];
        const [total, within, outside] = cells.slice(column, column + 3);
        const period = periodOf(kind, label);
        const row = index + 1;
        const printed = [total, within, outside].filter((each) => text(each) !== '');
        if (printed.length === 0 || printed.every((each) => NO_STANDARD.test(text(each)))) continue;
        if (typeof total !== 'number' || typeof within !== 'number') {
          if (period !== null)
            problems.add(
              `${metric} ${period}: total, within and outside are ${[total, within, outside].map((each) => text(each) || 'empty').join(', ')}; expected numbers`,
              { sheet, row },
            );
          continue;
        }
        if (period === null) {
          if (!/ytd/i.test(text(label)))
            problems.add(
              `the period is "${text(label)}"; expected a ${kind.replace(/ly$/, '')} such as 16/17 Q1`,
              { sheet, row },
            );
          continue;
        }
        const key = `${metric} ${period}`;
        const earlier = seen.get(key);
        if (earlier !== undefined)
          problems.add(`${key} again; it is in row ${earlier} already`, { sheet, row });
        seen.set(key, row);
        if (typeof outside === 'number' && Math.abs(within + outside - total) > 1e-6)
          problems.add(
            `${metric} ${period}: within ${within} + outside ${outside} is not the total ${total}`,
            { sheet, row },
          );
        waits.push({
          metric,
          area: 'england',
          period,
          grp: PROVIDER_BASIS,
          numerator: within,
          denominator: total,
          status: isFinal(period, kind, final) ? 'published' : 'provisional',
          file: id,
          sheet,
          row,
        });
        if (kind === 'monthly') tally.months += 1;
        else if (kind === 'quarterly') tally.quarters += 1;
        else tally.years += 1;
      }
    }
  }
  for (const kind of ['months', 'quarters', 'years'] as const)
    if (tally[kind] === 0 && problems.count === 0)
      problems.add(`no sheet of ${kind} of a standard; expected months, quarters and years, a sheet each`);
  problems.settle();
  return {
    source: {
      id,
      publisher: 'NHS England',
      publication: 'Cancer Waiting Times, national time series (provider based)',
      period: `${from} to ${until}`,
      licence: OGL,
    },
    waits,
    figures: [],
    tally,
    left: [{ count: 1, what: 'sheet of referrals seen', why: 'it holds no standard' }],
  };
}

/** The months a workbook covers, and those that are final (before April 2018 only quarters and years are). */
function coverOf(name: string, { sheet, rows }: Sheet) {
  const span = rows
    .map((row) => /^(\w+ \d{4}) to (\w+ \d{4})$/.exec(flat(row[1])))
    .find((each) => each !== null);
  const [from, until] = [statedMonth(span?.[1]), statedMonth(span?.[2])];
  const label = rows.findIndex((row) => /contains final data/i.test(text(row[2])));
  const final = [statedMonth(rows[label + 1]?.[2]), statedMonth(rows[label + 1]?.[4])] as const;
  if (from === null || until === null || label < 0 || final[0] === null || final[1] === null)
    throw new Refusal([
      {
        file: name,
        sheet,
        message: 'no months covered, or no months of final data; expected both on the cover',
      },
    ]);
  return { from, until, final: { from: final[0], until: final[1] } };
}

function isFinal(period: string, kind: string, final: { from: string; until: string }): boolean {
  const last = lastMonth(period);
  return last <= final.until && (kind !== 'monthly' || last >= final.from);
}

function lastMonth(period: string): string {
  const quarter = /^fy(\d{4})-\d{2}(?:-q(\d))?$/.exec(period);
  if (!quarter) return period;
  const month = 3 + 3 * Number(quarter[2] ?? 4);
  const year = Number(quarter[1]) + (month > 12 ? 1 : 0);
  return `${year}-${String(((month - 1) % 12) + 1).padStart(2, '0')}`;
}

/** A month, quarter (`16/17 Q1`) or year (`2016/17`) as a period id; null for a year to date or what is none. */
function periodOf(kind: string, label: unknown): string | null {
  if (kind === 'monthly') return statedMonth(label);
  const found = /^(?:20)?(\d{2})\/(\d{2})(?: Q([1-4]))?$/.exec(text(label));
  if (!found || (Number(found[1]) + 1) % 100 !== Number(found[2])) return null;
  if ((kind === 'quarterly') !== (found[3] !== undefined)) return null;
  return `fy20${found[1]}-${found[2]}${found[3] ? `-q${found[3]}` : ''}`;
}
