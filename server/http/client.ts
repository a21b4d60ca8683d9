import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Drawing } from '../../data/contract/drawing.ts';
import { Answer, FOREVER, REVALIDATE } from './answer.ts';
import { PAGE_HEADERS } from './headers.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Higher than for an answer: done once, when the server starts. */
const ASSET_QUALITY = 9;

const htmlOptions = { type: 'text/html; charset=utf-8', cacheControl: REVALIDATE, headers: PAGE_HEADERS };

const NOT_BUILT = `<!doctype html><html lang="en"><title>Not built</title>
<p>The pages have not been built. Run <code>npm start</code>, or <code>npm run build</code> and start again.</p></html>`;

/** The style sheets that each page needs beside those of all, by its address (as `/alliances/:id`): made with the pages. */
const SHEETS = 'sheets.json';

/** The built client, held compressed: its files by address, its one HTML page, and the sheets of each page. */
export function readClient(folder: string) {
  const files = new Map<string, Answer>();
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  for (const entry of names) {
    const file = path.join(entry.parentPath, entry.name);
    const address = `/${path.relative(folder, file).split(path.sep).join('/')}`;
    const type = TYPES[path.extname(file)];
    if (!entry.isFile() || type === undefined || NOT_SERVED.includes(address)) continue;
    const cacheControl = address.startsWith('/assets/') ? FOREVER : REVALIDATE;
    const options = { type, cacheControl, headers: PAGE_HEADERS, quality: ASSET_QUALITY };
    files.set(address, new Answer(readFileSync(file), options));
  }
  const index = path.join(folder, 'index.html');
  const html = existsSync(index) ? readFileSync(index, 'utf8') : NOT_BUILT;
  return {
    files,
    html,
    sheets: readSheets(path.join(folder, SHEETS)),
    bare: new Answer(html, htmlOptions),
    options: htmlOptions,
  };
}

const NOT_SERVED = ['/index.html', `/${SHEETS}`];

type Sheets = readonly { of: RegExp; sheets: readonly string[] }[];

function readSheets(file: string): Sheets {
  const pages: Record<string, string[]> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return Object.entries(pages).map(([address, sheets]) => ({
    of: new RegExp(`^${address.replace(/:\w+/g, '[^/]+')}$`),
    sheets,
  }));
}

/** The links to the style sheets that the page at an address needs beside those of all, as HTML. */
export const sheetLinks = ({ sheets }: Pick<Client, 'sheets'>, pathname: string): string =>
  (sheets.find(({ of }) => of.test(pathname))?.sheets ?? [])
    .map((sheet) => `<link rel="stylesheet" crossorigin href="${sheet}">`)
    .join('');

export type Client = ReturnType<typeof readClient>;

/** The client built to be run by the server; null where it has not been built. */
export async function readDrawing(file: string): Promise<Drawing | null> {
  return existsSync(file) ? ((await import(pathToFileURL(file).href)) as Drawing) : null;
}
