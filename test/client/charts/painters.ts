import { Window } from 'happy-dom';
import type { ComponentType, ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { type Element, elementsOf } from './drawing.ts';

// What the tests share that hold the two painters of a chart against each other.

/** Every element that our own marks paint. */
export const painted = (chart: ReactElement): Element[] =>
  elementsOf(renderToStaticMarkup(chart).replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"'));

/** Every element that a component of recharts paints in an emulated page, which stands while the tests of a file run. */
export function explorer<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  const page = new Window();
  let explored: (props: Props) => Element[] = () => [];
  beforeAll(async () => {
    for (const name of ['document', 'HTMLElement', 'SVGElement', 'Element', 'Node', 'Event'] as const)
      vi.stubGlobal(name, page[name]);
    vi.stubGlobal('window', page);
    vi.stubGlobal('requestAnimationFrame', (then: () => void) => setTimeout(then));
    vi.stubGlobal('cancelAnimationFrame', clearTimeout);
    // React and recharts look for a window when they are loaded.
    vi.resetModules();
    const [{ createRoot }, { flushSync }, { createElement }, { default: Explored }] = await Promise.all([
      import('react-dom/client'),
      import('react-dom'),
      import('react'),
      load(),
    ]);
    explored = (props) => {
      const box = page.document.createElement('div');
      page.document.body.append(box);
      const root = createRoot(box as unknown as HTMLElement);
      // What is drawn in layers of its own is there once the layers are.
      for (let pass = 0; pass < 3; pass++) flushSync(() => root.render(createElement(Explored, props)));
      const markup = box.querySelector('svg')?.outerHTML ?? '';
      flushSync(() => root.unmount());
      box.remove();
      return elementsOf(markup);
    };
  });
  afterAll(async () => {
    await page.happyDOM.close();
    vi.unstubAllGlobals();
  });
  return (props: Props) => explored(props);
}

/** The numbers in a text, such as a path. */
export const numbers = (text: string) => [...text.matchAll(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g)].map(Number);

/** Words with where they stand. */
const texts = (elements: readonly Element[]) =>
  elements
    .filter(({ name, text }) => name === 'text' && text !== '')
    .map(({ text, attributes: { x = '0', y = '0' } }) => ({ text, x: Number(x), y: Number(y) }))
    .sort((one, other) => one.text.localeCompare(other.text) || one.x - other.x);

/** As near as two decimals, which our own marks are written with. */
const NEAR = 0.011;
export function expectNear(one: readonly number[], other: readonly number[], what: string) {
  expect(one.length, what).toBe(other.length);
  for (const [index, value] of one.entries())
    expect(Math.abs(value - (other[index] ?? Number.NaN)), `${what}, number ${index}`).toBeLessThan(NEAR);
}

/** Holds the words of two drawings and where they stand against each other. */
export function expectSameWords(ours: readonly Element[], theirs: readonly Element[]) {
  const [said, read] = [texts(ours), texts(theirs)];
  expect(read.map(({ text }) => text)).toEqual(said.map(({ text }) => text));
  expectNear(
    said.flatMap(({ x, y }) => [x, y]),
    read.flatMap(({ x, y }) => [x, y]),
    'words',
  );
}
