import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../dataset/root.ts';
import type { Box } from '../deck.ts';
import { boundsOf, pathRings, type Ring, union } from './geometry.ts';

type Place = readonly [x: number, y: number];
type File = {
  attribution: string;
  map: {
    ccg: Record<string, string>;
    alliance: Record<string, string>;
    london: Box;
    label: { ccg: Record<string, Place>; alliance: Record<string, Place> };
  };
};

let read: File | null = null;

/** The map of England in whole units: paths of CCGs and Alliances, places of their names, the part around London. */
export function layout(): File {
  read ??= JSON.parse(readFileSync(path.join(ROOT, 'data/boundaries/paths.json'), 'utf8')) as File;
  return read;
}

/** The outline of 2016 CCGs together, and where a name stands on the largest of them; empty where none is known. */
export function outlineOf(ccgs: readonly string[]): { rings: Ring[]; place: Place } {
  const { ccg, label } = layout().map;
  const parts = ccgs.flatMap((code) => (ccg[code] ? [{ code, rings: pathRings(ccg[code]) }] : []));
  const area = ({ rings }: { rings: readonly Ring[] }) => {
    const { w, h } = boundsOf(rings);
    return w * h;
  };
  const [largest] = [...parts].sort((one, other) => area(other) - area(one));
  const rings = parts.length === 1 ? (parts[0]?.rings ?? []) : union(parts.flatMap((part) => part.rings));
  return { rings, place: label.ccg[largest?.code ?? ''] ?? [0, 0] };
}

/** The outline of an Alliance, and where its name stands. */
export function allianceOutline(id: string): { rings: Ring[]; place: Place } {
  const { alliance, label } = layout().map;
  return { rings: pathRings(alliance[id] ?? ''), place: label.alliance[id] ?? [0, 0] };
}
