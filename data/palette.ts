/** The colours of every picture, as attributes, so that a copied SVG keeps them. */
export const PALETTE = {
  ink: '#212b32',
  secondary: '#4c6272',
  grid: '#d8dde0',
  paper: '#ffffff',
  focus: '#ffeb3b',
  hatch: '#768692',
  area: '#12436d',
  england: '#4c6272',
  alliance: '#a0306f',
  target: '#b3500f',
} as const;

/** Five classes around England or a target, worst to best. */
export const DIVERGING = ['#8a3a05', '#e9a46a', '#f3efe4', '#7fb2de', '#00437f'] as const;

/** Five classes with no middle, lowest to highest. */
export const SEQUENTIAL = ['#e8eef4', '#b7cfe6', '#7ba6d0', '#3c77b0', '#0b3c6e'] as const;

/** A figure beside what it is compared with; the glyph always goes with the colour. */
export const COMPARED = {
  better: '#005eb8',
  worse: '#b3500f',
  similar: '#e4e0d3',
  edge: '#4c6272',
  faint: '#768692',
  ghost: '#b9c3c9',
} as const;

/** Bands of a spread: the middle four fifths of areas, and the middle half. */
export const BANDS = { tenths: '#e8eef4', quarters: '#b7cfe6' } as const;

/** Chosen areas beside one another, in this order; a dash of its own goes with each. */
export const CHOSEN = ['#a0306f', '#12436d', '#6b4a00', '#00695c', '#5b2a86', '#9c1f1f'] as const;
