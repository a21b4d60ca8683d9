export const GRAINS = ['month', 'quarter', 'year', 'calendar-year', 'rolling'] as const;
/** How long a period is: a month, a quarter or year of the NHS (April to March), a calendar year, or rolling years. */
export type Grain = (typeof GRAINS)[number];

/** The order in which a length of period is chosen where none is asked for: years first, months last. */
export const LONGEST_FIRST: readonly Grain[] = ['year', 'calendar-year', 'rolling', 'quarter', 'month'];

/** A period: its id, what it is, and its first and last month (`YYYY-MM`, both included). */
export type Period = {
  id: string;
  grain: Grain;
  start: string;
  end: string;
  /** The month whose areas a publisher printed the figures for, where that is not the period’s first. */
  areasAt?: string;
};

/** The month whose areas the figures of a period are of. */
export const areasMonth = ({ start, areasAt }: Period): string => areasAt ?? start;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const month = (year: number, number: number) => {
  const carried = year * 12 + number - 1;
  const yearOf = String(Math.floor(carried / 12)).padStart(4, '0');
  return `${yearOf}-${String((carried % 12) + 1).padStart(2, '0')}`;
};

/** The period an id stands for, or null where the id is none (`2016-13`, `fy2016-18`, `2014-2012`, `fy9999-00`). */
export function parsePeriod(id: string): Period | null {
  const financial = /^fy(\d{4})-(\d{2})(?:-q([1-4]))?$/.exec(id);
  if (financial) {
    const year = Number(financial[1]);
    if ((year + 1) % 100 !== Number(financial[2]) || year === 9999) return null;
    if (!financial[3]) return { id, grain: 'year', start: month(year, 4), end: month(year, 15) };
    const first = 1 + 3 * Number(financial[3]);
    return { id, grain: 'quarter', start: month(year, first), end: month(year, first + 2) };
  }
  const monthly = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(id);
  if (monthly) return { id, grain: 'month', start: id, end: id };
  if (/^\d{4}$/.test(id)) return { id, grain: 'calendar-year', start: `${id}-01`, end: `${id}-12` };
  const rolling = /^(\d{4})-(\d{4})$/.exec(id);
  if (rolling && Number(rolling[1]) < Number(rolling[2]))
    return { id, grain: 'rolling', start: `${rolling[1]}-01`, end: `${rolling[2]}-12` };
  return null;
}

/** The last month of the period an id stands for; empty where the id is none. */
export const endOf = (id: string): string => parsePeriod(id)?.end ?? '';

const monthNumber = (id: string) => 12 * Number(id.slice(0, 4)) + Number(id.slice(5)) - 1;

/** The start of a month, in years: of January 2020 it is 2020. */
export const startTime = (monthId: string): number => monthNumber(monthId) / 12;

/** The end of a month, in years: of December 2020 it is 2021. */
export const endTime = (monthId: string): number => (monthNumber(monthId) + 1) / 12;

/** The middle of a period, in years: April 2016 to March 2017 is 2016.75. */
export const middleTime = ({ start, end }: Period): number =>
  (monthNumber(start) + monthNumber(end) + 1) / 2 / 12;

/** The financial year that holds a month: `2016-04` is in `fy2016-17`. */
export function financialYear(monthId: string): string {
  const [year = 0, number = 0] = monthId.split('-').map(Number);
  const first = number >= 4 ? year : year - 1;
  return `fy${String(first).padStart(4, '0')}-${String((first + 1) % 100).padStart(2, '0')}`;
}

/** The quarter that holds a month: `2016-04` is in `fy2016-17-q1`. */
export function quarter(monthId: string): string {
  const number = Number(monthId.slice(5));
  return `${financialYear(monthId)}-q${Math.floor(((number + 8) % 12) / 3) + 1}`;
}

/** The months of a period, first to last. */
export function monthsOf(period: Period): string[] {
  const months: string[] = [];
  const [year = 0, number = 0] = period.start.split('-').map(Number);
  for (let i = 0; months.at(-1) !== period.end; i++) months.push(month(year, number + i));
  return months;
}

const monthName = (id: string) => `${MONTHS[Number(id.slice(5)) - 1]} ${id.slice(0, 4)}`;

/** A period as a reader says it: `April 2016 to March 2017`, `April 2016`, `2013`, `2012 to 2014`. */
export function periodLabel(period: Period): string {
  if (period.grain === 'calendar-year') return period.id;
  if (period.grain === 'rolling') return period.id.replace('-', ' to ');
  return period.start === period.end
    ? monthName(period.start)
    : `${monthName(period.start)} to ${monthName(period.end)}`;
}

/** The short form, for axes and pickers: `2016/17`, `2016/17 Q1`, `Apr 2016`, `2013`, `2012 to 2014`. */
export function periodShort(period: Period): string {
  switch (period.grain) {
    case 'year':
      return period.id.slice(2).replace('-', '/');
    case 'quarter':
      return `${period.id.slice(2, 9).replace('-', '/')} Q${period.id.at(-1)}`;
    case 'month':
      return `${monthName(period.id).slice(0, 3)} ${period.id.slice(0, 4)}`;
    case 'calendar-year':
    case 'rolling':
      return periodLabel(period);
  }
}
