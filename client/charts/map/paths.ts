import todayPaths from '../../../data/boundaries/icb-paths.json' with { type: 'json' };
import paths from '../../../data/boundaries/paths.json' with { type: 'json' };
import { isOfToday, type Paths, type TodayPaths } from '../../../data/boundaries/paths.ts';

/** The shapes of both layouts, for drawings that are made where no page asks for them. */
const annexI = paths as unknown as Paths;
export default annexI;

/** The same, for the areas of a level. */
export const pathsAt = (level: string): Paths | TodayPaths =>
  isOfToday(level) ? (todayPaths as unknown as TodayPaths) : annexI;
