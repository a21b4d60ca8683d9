import paths from '../../../data/boundaries/paths.json' with { type: 'json' };
import type { Paths } from '../../../data/boundaries/paths.ts';

/** The shapes of both layouts, for drawings that are made where no page asks for them. */
export default paths as unknown as Paths;
