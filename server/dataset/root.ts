import { existsSync } from 'node:fs';
import path from 'node:path';

function ancestorWithPackage(folder: string): string {
  return existsSync(path.join(folder, 'package.json')) ? folder : ancestorWithPackage(path.dirname(folder));
}

/** The project's folder, from the sources and from the compiled copy alike. */
export const ROOT = ancestorWithPackage(import.meta.dirname);

/** The note that a failed build leaves beside the database it could not replace. */
export const failureOf = (database: string) => `${database}.failed`;
