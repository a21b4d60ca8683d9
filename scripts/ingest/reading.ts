import type { OwnArea, Succession } from '../../data/geography/own.ts';
import type { OwnMetric } from '../../data/metrics/own.ts';
import type { GeographyTables } from '../geography/tables.ts';
import type { Areas } from './areas.ts';
import type { Content } from './content.ts';

/** A source file as the manifest names it; `id` is also what its figures carry in `file`. */
export type Source = { id: string; publisher: string; publication: string; period: string; licence: string };

export const OGL = 'Open Government Licence v3.0';

/** Why files of figures by hospital are refused. */
export const PROVIDERS =
  'a file by provider: figures by hospital cannot be rolled up to CCGs or ICBs; take the file by commissioner';

export const WAIT_COLUMNS = [
  'metric',
  'area',
  'period',
  'grp',
  'numerator',
  'denominator',
  'status',
  'file',
  'sheet',
  'row',
] as const;

/**
 * Patients within the standard's time (numerator) of all (denominator), in one commissioner and month; `grp` is all, or
 * a group of patients. Half a patient is one whom two commissioners share.
 */
export type Wait = {
  metric: string;
  area: string;
  period: string;
  grp: string;
  numerator: number;
  denominator: number;
  status: 'published' | 'provisional';
  file: string;
  sheet: string;
  row: number;
};

export const FIGURE_COLUMNS = [
  'metric',
  'area',
  'period',
  'grp',
  'numerator',
  'denominator',
  'value',
  'lower',
  'upper',
  'status',
  'file',
  'sheet',
  'row',
  'note',
] as const;

/** One figure; proportions are 0 to 1, an index 0 to 100, a rate per 100,000; null is an empty cell. */
export type Figure = {
  metric: string;
  area: string;
  period: string;
  grp: string;
  numerator: number | null;
  denominator: number | null;
  /** Null where it is withheld, or was not published: `note` says why. */
  value: number | null;
  lower: number | null;
  upper: number | null;
  status: 'published' | 'derived' | 'inferred-period' | 'suppressed' | 'not-published' | 'provisional';
  file: string;
  sheet: string;
  row: number | null;
  note: string;
};

export const EXPECTED_COLUMNS = [
  'metric',
  'area',
  'period',
  'value',
  'lower',
  'upper',
  'expected_lower',
  'expected_upper',
  'verdict',
  'file',
  'row',
] as const;

/** A score adjusted for the mix of patients, with the range the publisher expected and its own verdict. */
export type ExpectedRange = {
  metric: string;
  area: string;
  period: string;
  value: number;
  lower: number | null;
  upper: number | null;
  expected_lower: number;
  expected_upper: number;
  verdict: 'below' | 'within' | 'above';
  file: string;
  row: number;
};

/** What a file holds that was not taken, how much of it, and why. */
export type Left = { count: number; what: string; why: string };

/** What was taken from one file. `tally` counts it in words, and adds up over files of one format. */
export type Reading = {
  source: Source;
  waits: Wait[];
  figures: Figure[];
  expected?: ExpectedRange[];
  /** The metrics it declares, for figures of other files. */
  own?: OwnMetric[];
  /** The own areas it declares. */
  areas?: OwnArea[];
  /** The successions it declares, each with its first row. */
  successions?: (Succession & { row: number })[];
  tally: Record<string, number>;
  left: Left[];
};

/** Codes that figures may be published under. */
export type Codes = {
  commissioners: ReadonlySet<string>;
  ccgs: ReadonlySet<string>;
  alliances: ReadonlySet<string>;
  /** Areas by each of their ONS codes, and by their full names. */
  byOnsCode: ReadonlyMap<string, string>;
  byName: ReadonlyMap<string, string>;
  /**
   * A code as it is known here, or in `also`, where it is written in other letters or with spaces; an unknown one trimmed.
   */
  coded: (code: string, also?: readonly string[]) => string;
};

/** What a file is read with: the codes and areas, and what its user said of it. */
export type Context = Codes & {
  areas: Areas;
  /** The bundled tables of areas, and the successions that are declared beside them. */
  tables: GeographyTables;
  successions: readonly Succession[];
  /** The tables as those successions leave them. */
  succeeded: GeographyTables;
  /** The own areas that are declared. */
  ownAreas: readonly OwnArea[];
  metric?: string;
  final?: boolean;
  indicators?: string;
};

/** One publisher's format: how to tell it from its content, and how to read it (throws a Refusal). */
export type Format = {
  name: string;
  recognises: (content: Content) => boolean;
  read: (file: string, content: Content, context: Context) => Reading | Promise<Reading>;
};
