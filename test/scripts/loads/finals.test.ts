import path from 'node:path';
import { expect, test } from 'vitest';
import { loadedFrom, readFiles } from '../../../scripts/ingest/index.ts';
import { merge, openStore, writeStore } from '../../../scripts/ingest/store.ts';
import { withoutLesser } from '../../../scripts/loads/finals.ts';
import { workFolder } from '../ingest/folder.ts';
import { type Book, icbBook, xlsx } from '../ingest/workbook.ts';

const folder = workFolder();
/** A workbook of a month by ICB, final or provisional by its front page, with so many treated within 62 days. */
function book(month: string, status: 'Final' | 'Provisional', within: number): Uint8Array {
  const sheets: Book = icbBook(`PERIOD: ${month}`, { '62-day-wait': [within, 14_515] });
  sheets.FRONTPAGE =
    sheets.FRONTPAGE?.map((row) => row.map((cell) => (cell === 'Final' ? status : cell))) ?? [];
  return xlsx(sheets);
}
const read = async (...files: string[]) => {
  const found = await readFiles(files, { log: () => {} });
  expect(found.refused).toEqual([]);
  return found.read;
};
/** The folder of what is held, with the tables of a month's workbook in it. */
async function held(status: 'Final' | 'Provisional') {
  const out = folder.at('held');
  const taken = await read(folder.put('JULY-2022.xlsx', book('July 2022', status, 9005)));
  expect(new Set(taken[0]?.reading.waits.map((wait) => wait.status))).toEqual(
    new Set([status === 'Final' ? 'published' : 'provisional']),
  );
  writeStore(out, merge(openStore(out), loadedFrom(taken)));
  const waits = [path.join(out, 'waits.csv.gz')];
  return { waits, others: [], expected: [], manifests: [] };
}
const rows = (taken: Readonly<Awaited<ReturnType<typeof read>>>) =>
  taken.map(({ reading }) => reading.waits.length);

test('a provisional figure of a month whose final one is held is left, and said; other months are taken', async () => {
  const figures = await held('Final');
  const later = await read(
    folder.put('JULY-2022.xlsx', book('July 2022', 'Provisional', 9000)),
    folder.put('AUGUST-2022.xlsx', book('August 2022', 'Provisional', 9000)),
  );
  const [july, august] = rows(later);
  const kept = await withoutLesser(later, figures);
  expect(rows(kept)).toEqual([0, august]);
  expect(kept[0]?.manifest.rows).toBe(0);
  expect(kept[0]?.reading.left.at(-1)).toEqual({
    count: july,
    what: 'provisional figures',
    why: 'final ones of the same months are held; --replace-final takes these in their place',
  });
});

test('a final figure replaces a provisional one, and a final one', async () => {
  for (const status of ['Provisional', 'Final'] as const) {
    const figures = await held(status);
    const later = await read(folder.put('JULY-2022.xlsx', book('July 2022', 'Final', 9001)));
    expect(rows(await withoutLesser(later, figures))).toEqual(rows(later));
  }
});

test('a provisional figure replaces a provisional one', async () => {
  const figures = await held('Provisional');
  const later = await read(folder.put('JULY-2022.xlsx', book('July 2022', 'Provisional', 9001)));
  expect(rows(await withoutLesser(later, figures))).toEqual(rows(later));
});
