import type { Zone } from '../contract/spread.ts';
import type { Polarity } from '../metrics/index.ts';
import { capitalised } from './words.ts';

/** The zones from the highest values to the lowest. */
export const ZONES_DOWN = [
  'high-998',
  'high-95',
  'inside',
  'low-95',
  'low-998',
] as const satisfies readonly Zone[];

/** Whether values on a side of the centre are the better ones, the worse ones, or neither. */
export const sideOf = (zone: Zone, polarity: Polarity): 'better' | 'worse' | null => {
  if (zone === 'inside' || polarity === 'none') return null;
  return zone.startsWith('high') === (polarity === 'higher') ? 'better' : 'worse';
};

const WHERE: Record<Zone, string> = {
  'high-998': 'above the 99.8% limit',
  'high-95': 'above the 95% limit',
  inside: 'inside the limits',
  'low-95': 'below the 95% limit',
  'low-998': 'below the 99.8% limit',
};

/** Where a zone is, in words: `above the 99.8% limit, better than England`, `inside the limits`. */
export function zonePhrase(zone: Zone, polarity: Polarity, against: string): string {
  const side = sideOf(zone, polarity);
  return side ? `${WHERE[zone]}, ${side} than ${against}` : WHERE[zone];
}

/** A zone in a legend, with how many areas lie in it: `Above the 95% limit only, better than England: 5`. */
export const zoneCount = (zone: Zone, polarity: Polarity, against: string, count: number): string =>
  `${capitalised(zonePhrase(zone, polarity, against)).replace('95% limit', '95% limit only')}: ${count}`;

/** What the two sets of limits are. */
export const LIMIT_WORDS = {
  plain: 'Limits of chance alone',
  widened: 'Limits widened for differences beyond chance',
} as const;
