import { expect, test } from 'vitest';
import type { StreamedRow, Template } from '../../../../server/files/worker/sheet.ts';
import { streamedSheet } from '../../../../server/files/worker/sheet.ts';

const TEMPLATE: Template = {
  parts: {},
  sheet: { name: 'xl/worksheets/sheet1.xml', before: '<sheetData>', after: '</sheetData>' },
  table: { name: 'xl/tables/table1.xml', xml: ['<table ref="', '"/>'] },
  strings: { name: 'xl/sharedStrings.xml', before: '<sst>', after: '</sst>', count: 0 },
  styles: [['0']],
  letters: ['A'],
  head: 1,
};

test('rows are fetched only as their bytes are wanted, and no more once the reader has gone', async () => {
  let fetched = 0;
  let ended = false;
  async function* slices(): AsyncGenerator<StreamedRow[]> {
    try {
      for (;;) {
        fetched++;
        yield [{ kind: 0, cells: [`row ${fetched}`] }];
      }
    } finally {
      ended = true;
    }
  }
  const open = Array.from({ length: 3 }, () => streamedSheet(TEMPLATE, slices()));
  for (const each of open) await each.next();
  expect(fetched).toBe(3);
  for (const each of open) await each.return(undefined);
  expect([fetched, ended]).toEqual([3, true]);
});
