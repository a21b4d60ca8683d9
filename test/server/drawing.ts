import path from 'node:path';
import * as client from '../../client/server.tsx';
import type { Dataset } from '../../server/dataset/dataset.ts';
import { ROOT } from '../../server/dataset/root.ts';
import type { Maker } from '../../server/files/file.ts';

/** The client’s drawing, before it is built: what a server of a test is given in place of the built one. */
export const DRAWING = path.join(ROOT, 'client/server.tsx');

/** What files are made with, from a dataset of a test. */
export const makerOf = (dataset: Dataset): Maker => ({
  dataset,
  origin: 'https://example.org',
  drawing: () => client,
  signal: new AbortController().signal,
  inTurn: (work) => work(),
});
