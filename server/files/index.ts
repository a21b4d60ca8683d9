import { chartFiles } from './charts/files.ts';
import { FINGERTIPS_CSV } from './downloads/fingertipsCsv.ts';
import { OBSERVATIONS_CSV } from './downloads/observationsCsv.ts';
import { observationsParquet } from './downloads/observationsParquet.ts';
import { OBSERVATIONS_XLSX } from './downloads/observationsXlsx.ts';
import type { FileRoute } from './file.ts';
import { packFile } from './pack/file.ts';
import { workbookFile } from './workbook/file.ts';

/** Every file of the API that is made from a dataset. */
export const FILES: readonly FileRoute[] = [
  ...chartFiles,
  packFile,
  workbookFile,
  ...OBSERVATIONS_CSV,
  ...FINGERTIPS_CSV,
  observationsParquet,
  OBSERVATIONS_XLSX,
];
