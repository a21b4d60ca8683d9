import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../server/dataset/root.ts';
import type { HexPaths } from './hex-paths.ts';
import type { MapPaths } from './map.ts';

export const DIRECTORY = path.join(ROOT, 'data/boundaries');

export const ATTRIBUTION =
  'Source: Office for National Statistics licensed under the Open Government Licence v.3.0. Contains OS data © Crown copyright and database right 2016.';

/** Path strings of both layouts as paths.json holds them. */
export type Paths = { map: MapPaths; hex: HexPaths; attribution: string };

/** Writes a JSON file of data/boundaries on one line and returns its size in bytes. */
export function writeJson(name: string, content: unknown, directory = DIRECTORY): number {
  const text = `${JSON.stringify(content)}\n`;
  writeFileSync(path.join(directory, name), text);
  return Buffer.byteLength(text);
}

/** Replaces one layout in paths.json, keeps the other, and returns the file's size in bytes. */
export function updatePaths(part: Pick<Paths, 'map'> | Pick<Paths, 'hex'>, directory = DIRECTORY): number {
  const file = path.join(directory, 'paths.json');
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const { map, hex } = { ...before, ...part };
  return writeJson('paths.json', { map, hex, attribution: ATTRIBUTION }, directory);
}
