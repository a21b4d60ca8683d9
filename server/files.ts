import type { FileRoute } from './file.ts';

/** Every file of the API that is made from a dataset. */
export const FILES: readonly FileRoute[] = [];
