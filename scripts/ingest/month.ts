const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAME = `(${MONTHS.join('|')})[a-z]*`;

/** A month's id; null of a year that has not four digits, and of a date that is none. */
const id = (year: number, month: number) =>
  year >= 1000 && year <= 9999 ? `${year}-${String(month).padStart(2, '0')}` : null;

/**
 * The month a workbook's cell states (`2016-04`), or null where it states none. The publisher writes it as a date,
 * `PERIOD: April 2016`, `January 2019 Provisional`, or with a financial year: `PERIOD: JAN 2020/21` is January 2021.
 */
export function statedMonth(cell: unknown): string | null {
  if (cell instanceof Date) return id(cell.getUTCFullYear(), cell.getUTCMonth() + 1);
  if (typeof cell === 'number') return cell > 20000 && cell < 90000 ? statedMonth(excelDate(cell)) : null;
  const found = new RegExp(`\\b${NAME}\\s+(\\d{4})(?:/(\\d{2}))?(?!\\d)`, 'i').exec(String(cell ?? ''));
  if (!found) return null;
  const month = MONTHS.indexOf(found[1]?.toLowerCase() ?? '') + 1;
  const year = Number(found[2]);
  if (found[3] === undefined) return id(year, month);
  if (Number(found[3]) !== (year + 1) % 100) return null;
  return id(month >= 4 ? year : year + 1, month);
}

/** The month in a file name (`APRIL-2016-…`, `… Dec-21.xlsx`), or null where it names none. */
export function namedMonth(file: string): string | null {
  const found = new RegExp(`(?<![a-z])${NAME}[-_ ]*(20)?(\\d{2})(?!\\d)`, 'i').exec(file);
  if (!found) return null;
  return id(2000 + Number(found[3]), MONTHS.indexOf(found[1]?.toLowerCase() ?? '') + 1);
}

/** A day number of the 1900 date system (after February 1900) as a date. */
const excelDate = (serial: number) => new Date((serial - 25569) * 86_400_000);
