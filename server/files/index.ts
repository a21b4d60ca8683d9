import { briefFile } from './brief/file.ts';
import { changesFeed } from './changes/feed.ts';
import { chartFiles } from './charts/file.ts';
import { fingertipsCsv } from './downloads/fingertips.ts';
import { observationsCsv, observationsParquet, observationsXlsx } from './downloads/observations.ts';
import type { FileRoute } from './file.ts';
import { packFile } from './pack/file.ts';
import { workbookFile } from './workbook/file.ts';

/** Every file of the API that is made from a dataset. */
export const FILES: readonly FileRoute[] = [
  ...chartFiles,
  packFile,
  briefFile,
  workbookFile,
  ...observationsCsv,
  ...fingertipsCsv,
  observationsParquet,
  observationsXlsx,
  changesFeed,
];
