import { type Box, ROOM } from '../deck.ts';

export const FONT = 'Arial';
export const INK = { text: '212B32', quiet: '4C6272', rule: '005EB8', grid: 'D8DDE0' };

const box = (x: number, y: number, w: number, h: number): Box => ({ x, y, w, h });

/** Where what every slide has stands, in inches, and the largest size of its title in points. */
export const PLACES = {
  content: {
    title: box(0.5, 0.42, 12.333, 0.74),
    size: 26,
    subtitle: box(0.5, 1.18, 12.333, 0.3),
    body: ROOM,
  },
  cover: { title: box(0.9, 1.75, 11.5, 1.9), size: 40, subtitle: box(0.9, 3.85, 11.5, 0.9) },
  rule: box(0.5, 0.32, 12.333, 0),
  coverRule: box(0.9, 1.5, 1.6, 0),
  footer: box(0.5, 6.95, 11.4, 0.34),
  number: box(12.033, 6.95, 0.8, 0.34),
};

/** The units of PowerPoint in an inch. */
export const emu = (inches: number) => Math.round(inches * 914_400);

/** A colour as PowerPoint writes it: no hash, capitals. */
export const colour = (hex: string) => hex.replace('#', '').toUpperCase();
