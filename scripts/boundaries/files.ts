import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../server/dataset/root.ts';
import type { MapPaths } from './map.ts';

export const DIRECTORY = path.join(ROOT, 'data/boundaries');

/** Writes a JSON file of data/boundaries on one line and returns its size in bytes. */
export function writeJson(name: string, content: unknown, directory = DIRECTORY): number {
  const text = `${JSON.stringify(content)}\n`;
  writeFileSync(path.join(directory, name), text);
  return Buffer.byteLength(text);
}

/** Replaces the map in a file of paths, keeps its hexagons and attribution, and returns the file's size in bytes. */
export function updatePaths(name: string, map: MapPaths, directory = DIRECTORY): number {
  const file = path.join(directory, name);
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return writeJson(name, { ...before, map }, directory);
}
