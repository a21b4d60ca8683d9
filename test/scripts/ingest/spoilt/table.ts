import { describe, expect, test } from 'vitest';
import { workFolder } from '../folder.ts';

type Lines = readonly (readonly string[])[];

/** A CSV format as it is read, and what its cells are. */
export type Table = {
  format: string;
  header: readonly string[];
  rows: Lines;
  /** A column that must be there, one of numbers (of its first row), and one of codes. */
  needed: string;
  number: string;
  code: string;
  /** What becomes of a code in other letters or with a space in it, and of one that nobody has. */
  small: 'taken' | RegExp;
  unknown: 'left' | RegExp;
  /** Where the same row twice is one, as the publisher prints it. */
  twice?: 'left';
  /** A free text, where there is one; a column of people, where they are whole; the column of periods. */
  note?: string;
  people?: string;
  period?: string;
  /** More that is particular to the format. */
  more?: readonly (readonly [what: string, change: Change, message: RegExp])[];
};
type Change = Readonly<Record<string, string>>;

const GOOD = [
  'metric,area,period,grp,numerator,denominator,value,lower,upper,status,note',
  'early-stage,09C,2014,,40,100,0.4,,,published,',
].join('\n');

const quoted = (cell: string) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const written = (lines: Lines, mark = ',', end = '\n') =>
  `${lines.map((cells) => cells.map(quoted).join(mark)).join(end)}${end}`;

/** Tests that a format takes what is only written otherwise, and refuses each kind of spoilt file whole, with its row. */
export function spoiltTable(table: Table) {
  const folder = workFolder();
  const { header, rows } = table;
  const first = rows[0] ?? [];
  const found = (column: string) => first[header.indexOf(column)] ?? '';

  const spoilt = (change: Change): Lines => [
    header,
    first.map((cell, i) => change[header[i] ?? ''] ?? cell),
    ...rows.slice(1),
  ];
  /** Loads a file and a good one beside it, which is always kept. */
  async function load(content: string | Uint8Array, lines = (text: string) => text) {
    const file = folder.put('given.csv', typeof content === 'string' ? lines(content) : content);
    const { read, refused, said } = await folder.load(file, folder.put('good.csv', `${GOOD}\n`));
    expect(read.map(({ manifest }) => manifest.file)).toContain('good.csv');
    const taken = read.find(({ manifest }) => manifest.file === 'given.csv');
    return { taken, refused: refused.join('\n'), said: said.join('\n') };
  }
  async function expectRefused(content: string | Uint8Array, message: RegExp) {
    const { taken, refused } = await load(content);
    expect(taken).toBeUndefined();
    expect(refused).toMatch(message);
    expect(refused).toMatch(/^given\.csv/);
    expect(folder.table('manifest.csv').map(({ file }) => file)).toEqual(['good.csv']);
  }
  const atRow = (row: number, text: string) =>
    new RegExp(`given\\.csv, row ${row}: .*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

  describe(table.format, () => {
    test.each([
      ['as it is', written([header, ...rows])],
      ['with a byte order mark', `\ufeff${written([header, ...rows])}`],
      ['with line ends of Windows', written([header, ...rows], ',', '\r\n')],
      [
        'with every cell quoted',
        written([header, ...rows]).replace(/^.*$/m, (line) =>
          line
            .split(',')
            .map((cell) => `"${cell}"`)
            .join(','),
        ),
      ],
      ['with blank lines', written([header, ...rows]).replaceAll('\n', '\n\n')],
    ])('%s: taken', async (_, content) => {
      const { taken, refused } = await load(content);
      expect(refused).toBe('');
      expect(taken?.format).toBe(table.format);
    });

    const renamed = header.map((column) => (column === table.needed ? 'Something' : column));
    const without = [header, ...rows].map((cells) => cells.filter((_, i) => header[i] !== table.needed));
    test.each([
      [
        'a renamed column',
        written([renamed, ...rows]),
        new RegExp(`no column .*${table.needed.replace(/[()%]/g, '\\$&')}.*expected`),
      ],
      [
        'a missing column',
        written(without),
        new RegExp(`no column .*${table.needed.replace(/[()%]/g, '\\$&')}.*expected`),
      ],
      ['semicolons', written([header, ...rows], ';'), /parted by semicolons; expected commas/],
      ['tabs', written([header, ...rows], '\t'), /parted by tabs; expected commas/],
      ['UTF-16', Buffer.from(`\ufeff${written([header, ...rows])}`, 'utf16le'), /UTF-16; expected UTF-8/],
      [
        'Windows-1252',
        Buffer.concat([Buffer.from(written([header, ...rows])), Buffer.from([0x93, 0x61, 0x94, 0x0a])]),
        new RegExp(`line ${rows.length + 2} is not UTF-8 \\(byte 0x93, as of Windows-1252\\)`),
      ],
      ['no byte', '', /the file is empty/],
      ['a header alone', written([header]), /no row beneath the header/],
      [
        'a row cut short',
        `${written([header, ...rows])}${first.slice(0, 2).map(quoted).join(',')}\n`,
        new RegExp(`line ${rows.length + 2}\\b`, 'i'),
      ],
      ['a row twice', written([header, ...rows, first]), atRow(rows.length + 2, 'row 2 already')],
    ])('%s: refused', async (_, content, message) => {
      if (_ === 'a row twice' && table.twice)
        expect((await load(content)).taken?.reading.left).toHaveLength(1);
      else await expectRefused(content, message);
    });

    test.each(['*', '[c]', '-', '<5', 'n/a', '1e400'])(
      '%s for a number: refused, by its row',
      async (mark) => {
        await expectRefused(written(spoilt({ [table.number]: mark })), atRow(2, mark));
        // Blank lines count.
        const lines = written(spoilt({ [table.number]: mark })).split('\n');
        await expectRefused([lines[0], '', '', ...lines.slice(1)].join('\n'), atRow(4, mark));
      },
    );

    test('a code in small letters or with spaces, and one that nobody has', async () => {
      const spaced = await load(written(spoilt({ [table.code]: ` ${found(table.code)} ` })));
      expect(spaced.refused).toBe('');
      const code = found(table.code);
      for (const [other, becomes] of [
        [code.toLowerCase(), table.small],
        [`${code[0]} ${code.slice(1)}`, table.small],
        ['ZZ9', table.unknown],
      ] as const) {
        const { taken, refused } = await load(written(spoilt({ [table.code]: other })));
        if (becomes === 'taken') {
          expect(refused).toBe('');
          expect(taken?.reading.tally).toMatchObject({
            [`code in other letters or with spaces ("${other}" is ${code})`]: 1,
          });
        } else if (becomes instanceof RegExp) {
          expect(taken).toBeUndefined();
          expect(refused).toMatch(becomes);
          expect(refused).toMatch(/given\.csv, row 2: /);
        } else {
          expect(refused).toBe('');
          expect(taken?.reading.left.length).toBeGreaterThan(0);
        }
      }
    });

    const { note, people, period } = table;
    if (note) {
      test('quotation marks and line breaks in a note are kept', async () => {
        const text = 'a "word", and\r\nanother\nline';
        const { taken, refused } = await load(written(spoilt({ [note]: text })));
        expect(refused).toBe('');
        expect(taken?.reading.figures.some((figure) => figure.note === text)).toBe(true);
      });
      test('a note of 1 MB: refused, by its row', async () => {
        await expectRefused(
          written(spoilt({ [note]: 'x'.repeat(1_000_000) })),
          atRow(2, 'characters; expected at most'),
        );
      });
    }
    if (people)
      test.each(['0.5', '100000000000000000000', '-1'])('%s people: refused, by its row', async (count) => {
        await expectRefused(written(spoilt({ [people]: count })), atRow(2, ''));
      });
    if (period)
      test.each(['0001-01', '2015-13', 'soon'])('the period %s: refused, by its row', async (text) => {
        await expectRefused(written(spoilt({ [period]: text })), atRow(2, text));
      });
    if (table.more)
      test.each(table.more)('%s: refused', async (_, change, message) => {
        await expectRefused(written(spoilt(change)), message);
      });
  });
}
