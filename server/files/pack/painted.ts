import { DEFAULTS } from '../../../data/addresses/choices.ts';
import type { Spread } from '../../../data/contract/index.ts';
import { drawnChart } from '../charts/drawn.ts';
import type { Maker } from '../file.ts';
import type { Subject } from '../shared/gather.ts';
import { work } from '../worker/work.ts';

/** A chart painted for a slide: its bytes, what it says, and how wide and high it was drawn. */
export type Painted = { png: Uint8Array; title: string; alt: string; width: number; height: number };

/** Sharp where a slide is shown on a large screen. */
const SCALE = 2;

const sizeOf = (svg: string, name: string) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(svg)?.[1]);

/** The funnel of a spread with the areas of a report picked out, without the words around it; null where there is none. */
export async function funnelOf(
  maker: Maker,
  { area, level, alliance }: Subject,
  spread: Spread | null,
): Promise<Painted | null> {
  if (!spread?.funnel) return null;
  const { metric, period, level: of } = spread.query;
  const { benchmark, confidence, limits } = DEFAULTS;
  const drawn = await drawnChart(maker, 'funnel', {
    metric,
    period,
    level: of,
    benchmark,
    confidence,
    limits,
    widened: '0',
    ...(alliance.area !== '' && { alliance: alliance.area }),
    ...(level === 'ccg' && { area }),
  });
  const { bare: svg, title, alt } = drawn;
  const png = await work('paint', { svg, scale: SCALE });
  return { png, title, alt, width: sizeOf(svg, 'width'), height: sizeOf(svg, 'height') };
}
