import { long } from './sample.ts';

/** How many times as many cases a property is tried on in `npm run test:long`, and for how many milliseconds at most. */
const [TIMES, LONGEST] = [1000, 10_000];

/**
 * How a property is tried: on `cases` inputs, the same in every run; in `npm run test:long` on 1,000 times as many or for
 * ten seconds, on others each time. `examples` are tried first: inputs that once failed stay there. A failure names its
 * seed and path.
 */
export const tried = <Input>(cases: number, examples: Input[] = []) => ({
  examples,
  ...(long ? { numRuns: cases * TIMES, interruptAfterTimeLimit: LONGEST } : { numRuns: cases, seed: 16 }),
});
