import type { PathwayId } from '../ambitions/area.ts';
import type { SourceId } from '../sources.ts';

export const LEVELS = ['ccg', 'alliance', 'icb', 'alliance-today', 'own', 'region', 'england'] as const;
export type Level = (typeof LEVELS)[number];
/** The levels whose areas a map paints and a list ranks: those of Annex i, and those of today. */
export const MAP_LEVELS = ['ccg', 'alliance', 'icb', 'alliance-today'] as const;
export type MapLevel = (typeof MAP_LEVELS)[number];

/** Whether more is better, less is better, or no judgement is made. */
export type Polarity = 'higher' | 'lower' | 'none';

export const BASES = ['standard', 'ambition', 'direction', 'variation'] as const;

/**
 * What a metric is asked to reach. `from` and `until` are months (`YYYY-MM`, both included; null: no end). `value` is
 * in the metric's own unit, null for a direction or a variation. `by` is the year an ambition was to be reached.
 * `comparable` is false where the target is of another denominator than the metric's figures: it is then stated, but never
 * drawn as their target and never their pass mark.
 */
export type Target = {
  value: number | null;
  basis: (typeof BASES)[number];
  from: string;
  until: string | null;
  by: string | null;
  comparable: boolean;
  label: string;
};

/** A month from which a publisher's figures are no longer comparable with those before, and why. */
export type Break = { from: string; reason: string };

type Common = {
  label: string;
  /** What the number says, to stand after the label: `62-day wait: people starting treatment within …`. */
  phrase: string;
  definition: string;
  unit: string;
  decimals: number;
  polarity: Polarity;
  pathway: PathwayId;
  source: SourceId;
  targets: readonly Target[];
  breaks: readonly Break[];
  cautions: readonly string[];
  /** A caution beside each figure of one CCG, where a single figure says little. */
  ccgCaution?: string;
  /** Counts below this are withheld by the publisher; null where none are. */
  suppressedBelow: number | null;
  /** Whether counts are estimates: else they are of whole people. */
  estimated?: true;
  /** The month from whose areas all periods were published, where that is not each period's own. */
  areasOf?: string;
  /** The group shown first, where no figure is published for all patients together. */
  opensOn?: string;
  /** The metric that must stand beside this one. */
  standsWith?: string;
  /** The last month of a standard that has ended, and what replaced it. */
  ended?: { until: string; replacedBy: string };
  /** The four breaks between the map's five classes, and what lies on the middle ones. */
  classes: { breaks: readonly [number, number, number, number]; around: 'target' | 'england' | 'nothing' };
};

export type Metric = Common &
  (
    | { kind: 'proportion'; of: string; outOf: string; verb: string }
    | { kind: 'index' }
    | { kind: 'rate'; per: number }
    | { kind: 'mean'; range: readonly [low: number, high: number] }
    /** A share published without its counts, 0 to 1; its denominator is the people who answered. */
    | { kind: 'score'; of: string; outOf: string }
  );

export type Kind = Metric['kind'];
