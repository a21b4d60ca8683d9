import { SaxesParser } from 'saxes';
import { expect } from 'vitest';

export type Element = {
  name: string;
  attributes: Record<string, string>;
  text: string;
  parents: readonly Element[];
};

/** Every element of a drawing in its order. Throws where it is not well-formed XML with its namespaces. */
export function elementsOf(svg: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    const element = { name, attributes: values, text: '', parents: [...open] };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return elements;
}

/** A CSV as rows by the names of its columns, each cell as text. */
export function rowsOf(text: string): Record<string, string>[] {
  const cells = [...text.replace('\uFEFF', '').matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)];
  const lines: string[][] = [[]];
  for (const [, cell = '', end] of cells) {
    lines.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') lines.push([]);
  }
  const [head = [], ...rows] = lines.slice(0, -1);
  expect(rows.every((row) => row.length === head.length)).toBe(true);
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}

/** What a cell of a number must be: exact, empty for a gap. */
export const cellOf = (value: number | string | null | undefined) => (value == null ? '' : String(value));
