/** The parts of a board pack, in their order: each one slide or more. */
export const PACK_SLIDES = [
  { id: 'cover', name: 'Cover' },
  { id: 'findings', name: 'Findings' },
  { id: 'ambitions', name: 'Ambitions and standards' },
  { id: 'map', name: 'Map' },
  { id: 'trend-62-day', name: '62-day wait by month' },
  { id: 'trend-31-day', name: '31-day wait by month' },
  { id: 'scorecard', name: 'Scorecard' },
  { id: 'drivers', name: 'Which CCGs make the gap' },
  { id: 'variation', name: 'Variation' },
  { id: 'progress', name: 'Progress, with its path' },
  { id: 'cautions', name: 'Cautions and sources' },
] as const;
export type SlideId = (typeof PACK_SLIDES)[number]['id'];
