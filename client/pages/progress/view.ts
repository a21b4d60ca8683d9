import type { AsAt } from '../../../data/addresses/view.ts';
import { parsePeriod } from '../../../data/periods.ts';

const HOME: AsAt = { area: 'england', period: '' };

/** The progress that a query string asks for: whose, and as at which period (empty: the latest); what is missing falls back, and so does a period that is none. */
export function readProgress(search: string): AsAt {
  const parameters = new URLSearchParams(search);
  const period = parameters.get('period') ?? '';
  return { area: parameters.get('area') || HOME.area, period: parsePeriod(period) ? period : HOME.period };
}

/** The shortest address of a view: England and the latest period are not written. */
export function progressAddress({ area, period }: AsAt): string {
  const parameters = new URLSearchParams();
  if (area !== HOME.area) parameters.set('area', area);
  if (period !== HOME.period) parameters.set('period', period);
  const text = parameters.toString();
  return text === '' ? '/progress' : `/progress?${text}`;
}
