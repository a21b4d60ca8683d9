import { metric as metricOf } from '../../../data/metrics/index.ts';
import { parsePeriod, periodLabel } from '../../../data/periods.ts';
import { type Own, type OwnRow, presentAt } from './own.ts';

const LEVELS: Record<string, string> = {
  ccg: 'by CCG',
  alliance: 'by Alliance',
  region: 'by region',
  england: 'for England',
};

const said = (id: string) => {
  const period = parsePeriod(id);
  return period ? periodLabel(period) : id;
};

/** An area's latest figure up to a period: of the same length where it has one, else of the longest it has. */
export function chosen({ rows, at }: Own): OwnRow | null {
  const figures = rows.filter(({ value, end }) => value !== null && end <= at.end);
  const alike = figures.filter(({ grain }) => grain === at.grain);
  const longest = Math.max(...figures.map(({ months }) => months));
  const usable = alike.length > 0 ? alike : figures.filter(({ months }) => months === longest);
  return usable.at(-1) ?? null;
}

/** Why an area has no figure up to a period. */
export function whyNone(own: Own): string {
  const { geography, id, area, level, at, rows } = own;
  const { label } = metricOf(id);
  const where = LEVELS[level] ?? 'for this area';
  const present = presentAt(own);
  if (present.length === 0) return `${label} is not published ${where}.`;
  const made = geography.versionsOf.get(area)?.[0];
  if (made && made.from > at.end) return `${made.name} was made in ${said(made.from)}, after this period.`;
  const first = present.reduce((one, other) => (other.end < one.end ? other : one));
  if (first.end > at.end) return `The first figures ${where} are of ${said(first.period)}.`;
  const gap = rows.findLast(({ end }) => end <= at.end);
  return gap?.note || `No figure was published for this area by ${said(at.end)}.`;
}

/** That a code stood for another CCG in the month of a figure; nothing where it is the same. */
export const formerly = (area: string, then: string | undefined, now: string | undefined): string[] =>
  then === undefined || then === now ? [] : [`A figure of ${then}, which had the code ${area} then.`];

/** What a reader must know of a figure that stands in for the period asked for. */
export function notesOn({ geography, area, at, rows }: Own, row: OwnRow): string[] {
  const then = geography.areaAt(area, row.end)?.name;
  const now = geography.areaAt(area, at.end)?.name;
  const gap = rows.find(({ period, value }) => period === at.id && value === null);
  return [...formerly(area, then, now), ...(gap ? [`None for ${said(at.id)}: ${gap.note}`] : [])];
}
