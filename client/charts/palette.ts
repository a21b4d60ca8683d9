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
