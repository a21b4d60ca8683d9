import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildApp } from '../../server/app.ts';
import { Dataset } from '../../server/dataset/dataset.ts';
import { ROOT } from '../../server/dataset/root.ts';
import { DRAWING } from './drawing.ts';
import { temporaryFolder, writeTiny } from './tiny.ts';
import { writeWide } from './tinyWide.ts';

/** The database that `npm run build` makes of the bundled figures. */
export const DATABASE = path.join(ROOT, 'data/build/cancer.duckdb');

/** True when that database is there. Says so when it is not: tests that read it are skipped then. */
export const built = existsSync(DATABASE);
if (!built) console.warn('SKIPPED: no data/build/cancer.duckdb; run npm run build');

/** An app for one test or one file, which closes it: it looks for no newer database, limits nobody and has no pages. */
export const appOf = (options: Parameters<typeof buildApp>[0]) =>
  buildApp({ every: 0, perSecond: 0, dist: 'none', ...options });

/** A function that makes something once in a worker, for all files of tests that run there; it goes with the process. */
const once = <T>(make: () => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
};

/** The app of the built database, drawing charts from the sources; answers are kept from one file to the next. */
export const builtApp = once(() => appOf({ database: DATABASE, drawing: DRAWING }));

/** The built database by itself. */
export const builtDataset = once(() => Dataset.open(DATABASE));

/** The app of the small invented country. */
export const tinyApp = once(async () =>
  appOf({ database: await writeTiny(path.join(temporaryFolder(), 'tiny.duckdb')) }),
);

/** The app of the invented country with many areas. */
export const wideApp = once(async () =>
  appOf({ database: await writeWide(path.join(temporaryFolder(), 'wide.duckdb')) }),
);
