/** A drawing of the brief: an SVG, what it shows in words, and what stands above it. */
export type BriefPicture = { heading: string; svg: string; alt: string };

/** A cell of the ambitions: its text, after a word or figure in bold. */
export type BriefCell = { bold: string; text: string; colour?: string };

/** The brief of an Alliance for its board, before it is written: all that stands on its one side. */
export type Brief = {
  title: string;
  /** What it is, and as at when. */
  subtitle: string;
  headline: string;
  findings: readonly string[];
  trend: BriefPicture | null;
  ambitions: { head: readonly string[]; rows: readonly (readonly BriefCell[])[]; note: string };
  /** Under the ambitions, two beside one another: map and drivers; of an Alliance of one area, the trends of other waits. */
  pair: readonly BriefPicture[];
  /** Why there is no trend, or one of the pair is missing; empty where all are there. */
  missing: readonly string[];
  cautions: readonly string[];
  /** Sources, data version and where to read on. */
  foot: string;
  /** When its dataset was built: the same brief is the same file. */
  builtAt: string;
};
