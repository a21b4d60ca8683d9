import { chartFiles } from './charts/files.ts';
import { FINGERTIPS_CSV } from './download/fingertipsCsv.ts';
import { OBSERVATIONS_CSV } from './download/observationsCsv.ts';
import { observationsParquet } from './download/observationsParquet.ts';
import { OBSERVATIONS_XLSX } from './download/observationsXlsx.ts';
import type { FileRoute } from './file.ts';
import { packFile } from './report/pack.ts';
import { workbookFile } from './report/workbook.ts';

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
