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

/** The pages around the pictures: grounds, links, marked rows and tags. */
export const PAGE_COLOURS = {
  page: '#f0f4f5',
  link: '#005eb8',
  faint: '#aeb7bd',
  tag: '#e8f1fa',
  'tag-ink': '#003d78',
  pointed: '#e8edf0',
  selected: '#fff9c4',
  chosen: '#fffbd6',
  own: '#eef4fa',
  'other-period': '#fff5d6',
} as const;

/** The land around what a small map shows, on a page and on a slide, and the Alliance that a CCG lies in. */
export const LAND = { around: '#e8ecee', alliance: '#dfe4e7', slide: '#e9edef' } as const;

/** A colour as Office's files write it: no hash, capitals. */
export const officeColour = (colour: string) => colour.replace('#', '').toUpperCase();

/** What style sheets may use, each as the custom property of its name; vite.config.ts makes a sheet of them. */
export const CUSTOM_PROPERTIES: Readonly<Record<string, string>> = {
  ...PAGE_COLOURS,
  ink: PALETTE.ink,
  secondary: PALETTE.secondary,
  paper: PALETTE.paper,
  line: PALETTE.grid,
  focus: PALETTE.focus,
  better: COMPARED.better,
  similar: COMPARED.similar,
  worse: COMPARED.worse,
  'england-line': PALETTE.england,
  'target-line': PALETTE.target,
  'alliance-line': PALETTE.alliance,
};
