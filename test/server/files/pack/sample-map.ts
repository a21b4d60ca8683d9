import type { MapBlock } from '../../../../server/files/pack/deck.ts';

/** What breaks XML that is not escaped, and the longest name there is. */
export const AWKWARD = `A & B <Trust> "quoted" it's`;
export const LONG = 'South Yorkshire, Bassetlaw, North Derbyshire and Hardwick';

/** Hexagons in rows; the last is an area of two parts, one with a hole. */
export const MAP: MapBlock = {
  kind: 'map',
  name: 'Map of the 62-day wait',
  alt: 'Each CCG by its 62-day wait',
  shapes: Array.from({ length: 22 }, (_, index) => {
    const [left, top] = [1 + (index % 6) * 1.1, 2 + Math.floor(index / 6) * 1.1];
    const hexagon = (size: number) =>
      Array.from({ length: 6 }, (_, corner): [number, number] => [
        left + 0.5 + size * Math.cos((corner * Math.PI) / 3),
        top + 0.5 + size * Math.sin((corner * Math.PI) / 3),
      ]);
    const island: [number, number][] = [
      [7.2, 5.4],
      [7.5, 5.4],
      [7.5, 5.8],
    ];
    return {
      name: index === 4 ? AWKWARD : `NHS Place ${index}`,
      alt: `NHS Place ${index}: 81.${index}% & rising`,
      rings: index === 21 ? [hexagon(0.5), hexagon(0.25), island] : [hexagon(0.5)],
      fill: index % 2 ? '#7fb2de' : '#e9a46a',
      line: '#ffffff',
      lineWidth: 0.75,
    };
  }),
  labels: [{ text: 'Place & 1', x: 1, y: 2.4, w: 1, size: 10, colour: '#212b32' }],
};
