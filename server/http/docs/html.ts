import { escaped as escapedText } from '../../../data/text/markup.ts';

/** A value as HTML shows it. */
export const escaped = (raw: unknown) => escapedText(String(raw));

export const code = (raw: unknown) => `<code>${escaped(raw)}</code>`;

export const codes = (values: readonly unknown[]) => values.map(code).join(', ');

/** The anchor of an address: `/api/sources/:metric/:area` is `sources`, `/api/pack/:area.pptx` is `pack-area-pptx`. */
export const anchorOf = (path: string) =>
  path
    .replace(/^\/api\//, '')
    .replaceAll(/\/:\w+(?=\/|$)/g, '')
    .replaceAll(/\W+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** A sentence of the contract: what stands in backticks is code, an address of the API leads to its section. */
export const prose = (sentence: string) =>
  escaped(sentence)
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>')
    .replaceAll(
      /(?<![">\w])\/api\/[a-z]+(?![\w/:?-]|\.\w)/g,
      (path) => `<a href="#${anchorOf(path)}">${path}</a>`,
    );

/** A table; cells are HTML, the first of a row is its head. */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]) {
  const head = heads.map((each) => `<th scope="col">${each}</th>`).join('');
  const body = rows.map(
    ([first, ...rest]) =>
      `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<table><caption>${escaped(caption)}</caption>
<thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** Words and their meanings; both are HTML. */
export const terms = (pairs: readonly (readonly [string, string])[]) =>
  `<dl>${pairs.map(([word, meaning]) => `<dt>${word}</dt><dd>${meaning}</dd>`).join('')}</dl>`;

/** A section of the page: its anchor, its heading and what it says, as HTML. */
export type Part = { id: string; heading: string; body: string };
