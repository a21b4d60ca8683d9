import type { Areas } from '../../data/contract/index.ts';

export type Found = { name: string; kind: string; path: string };

const MOST = 8;

/** The areas whose name or code matches a text, best first: whole code, then beginnings, then anywhere in the name. */
export function findAreas({ alliances, ccgs, laterCcgs }: Areas, text: string): Found[] {
  const wanted = plain(text);
  const all = [
    ...alliances.map(({ area, name, kind }) => ({
      code: '',
      found: { name, kind: kind === 'vanguard' ? 'Vanguard' : 'Alliance', path: `/alliances/${area}` },
    })),
    ...[...ccgs, ...laterCcgs].map(({ area, name }) => ({
      code: area,
      found: { name, kind: area, path: `/ccgs/${area}` },
    })),
  ];
  return all
    .map(({ code, found }) => ({ found, worth: worth(plain(found.name), code.toLowerCase(), wanted) }))
    .filter(({ worth }) => worth > 0)
    .sort((one, other) => other.worth - one.worth || one.found.name.localeCompare(other.found.name))
    .slice(0, MOST)
    .map(({ found }) => found);
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/^nhs /, '')
    .replace(/[^a-z0-9 ]/g, '')
    .trim();

function worth(name: string, code: string, wanted: string): number {
  if (wanted === '') return 0;
  if (code === wanted) return 4;
  if (name.startsWith(wanted)) return 3;
  if (name.includes(` ${wanted}`)) return 2;
  return name.includes(wanted) || code.startsWith(wanted) ? 1 : 0;
}
