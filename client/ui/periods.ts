import { type Grain, parsePeriod } from '../../data/periods.ts';

export const GRAIN_NAMES: Record<Grain, string> = {
  year: 'Years',
  quarter: 'Quarters',
  month: 'Months',
  'calendar-year': 'Calendar years',
  rolling: 'Rolling years',
};

/** The periods of each grain, in the order of the list they are taken from. */
export function byGrain(periods: readonly string[]): { grain: Grain; periods: string[] }[] {
  const grains: { grain: Grain; periods: string[] }[] = [];
  for (const id of periods) {
    const grain = parsePeriod(id)?.grain;
    if (!grain) continue;
    const known = grains.find((each) => each.grain === grain);
    if (known) known.periods.push(id);
    else grains.push({ grain, periods: [id] });
  }
  return grains;
}

/** The period of a list that ends nearest to where another ends: what a change of grain leads to. */
export function closest(periods: readonly string[], from: string): string {
  const end = parsePeriod(from)?.end ?? '';
  const past = periods.filter((id) => (parsePeriod(id)?.end ?? '') <= end);
  return past.at(-1) ?? periods[0] ?? '';
}
