import type { MetricId } from '../metrics/index.ts';

/** One figure that a load changes: as it was before (null: there was none), and as it is after (null: it goes). */
export type Changed = {
  metric: MetricId;
  label: string;
  area: string;
  name: string;
  period: string;
  group: string;
  before: Counted | null;
  after: Counted | null;
};

type Counted = { numerator: number | null; denominator: number | null; value: number };

/** How many figures a load adds, revises, takes away, or only marks otherwise (provisional ones become final). */
type Counts = { added: number; revised: number; removed: number; marked: number };

/** What a load of a user's files does to the dataset. */
export type LoadReport = {
  /** The load's id, under which it can be undone; null where nothing was stored. */
  load: string | null;
  at: string;
  versionBefore: string;
  version: string;
  files: {
    file: string;
    publication: string;
    period: string;
    format: string;
    /** Final or provisional, where the publisher marks it. */
    status: 'final' | 'provisional' | 'final and provisional' | null;
    rows: number;
    /** What was taken, counted in words: `{"England rows, each equal to …": 9}`. */
    tally: Record<string, number>;
    left: { count: number; what: string; why: string }[];
  }[];
  /** A line for each metric or area that is declared anew, or otherwise than before. */
  declared: string[];
  /** Of the figures in the files: how many are new, revised, as they were. */
  printed: Counts & { unchanged: number };
  /** Of every figure on the pages, those made from others among them, by metric. */
  pages: (Counts & { metric: string; label: string; latestBefore: string | null; latest: string | null })[];
  /** The figures that changed most, largest first. */
  largest: Changed[];
};

/** What became of some files: a report where at least one can be taken, and why others cannot. */
export type LoadOutcome = {
  ok: boolean;
  /** True where the files are taken and nothing changes by them. */
  unchanged: boolean;
  report: LoadReport | null;
  refused: { file: string; sheet?: string; row?: number; message: string }[];
  /** How many problems there are beside those listed. */
  more: number;
};
