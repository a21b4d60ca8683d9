import type { MetricId } from '../../../../data/metrics/index.ts';
import type { Sheet } from '../../shared/xlsx/book.ts';

/** A sheet of figures, a few short lines over its table: what it holds in a sentence, for the contents, and the metrics its notes must explain. */
export type Figures = {
  sheet: Omit<Sheet, 'table'>;
  holds: string;
  metrics: readonly MetricId[];
  /** What must be known of it and is too long to stand over its table. */
  notes?: readonly string[];
  /** Its rows are still to come. */
  streamed?: boolean;
};
