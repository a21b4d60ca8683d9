import type { Status } from '../contract/index.ts';
import type { Kind } from '../metrics/index.ts';

/** Whether a figure is our own mean of published ones: derived, and of a kind that cannot be summed. */
export const isApproximation = ({ status }: { status?: Status }, { kind }: { kind: Kind }): boolean =>
  status === 'derived' && kind !== 'proportion';

/** How a sentence names such a figure. */
export const OUR_APPROXIMATION = 'our approximation';

/** A text with a figure in it, the figure named where it is an approximation: `69.4 in 2011, our approximation`. */
export const named = (text: string, figure: { status?: Status }, metric: { kind: Kind }): string =>
  isApproximation(figure, metric) ? `${text}, ${OUR_APPROXIMATION}` : text;

/** A text about how far a figure is from another: `5.6 points short of 75, by our approximation`. */
export const reckoned = (text: string, figure: { status?: Status }, metric: { kind: Kind }): string =>
  isApproximation(figure, metric) ? `${text}, by ${OUR_APPROXIMATION}` : text;

/** The same for several figures at once: `from 68.1 to 71.0, our approximations`; some of them only: `some of these …`. */
export function namedAll(
  text: string,
  figures: readonly { value: number | null; status?: Status }[],
  metric: { kind: Kind },
): string {
  const known = figures.filter(({ value }) => value !== null);
  const ours = known.filter((figure) => isApproximation(figure, metric)).length;
  if (ours === 0) return text;
  return ours === known.length
    ? `${text}, ${OUR_APPROXIMATION}s`
    : `${text}, some of them ${OUR_APPROXIMATION}s`;
}
