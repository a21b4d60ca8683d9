import { type ChangedFigure, Changes, ChangesQuery } from '../../../data/contract/changes.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { nothing, question } from '../question.ts';
import { lookupArea } from '../shared/lookup.ts';

type Load = Omit<Changes['loads'][number], 'files' | 'changes'> & { files: string };
type Row = ChangedFigure & { load: string };

async function changes(dataset: Dataset, { area: asked = '' }: { area?: string }): Promise<Changes> {
  const { geography, db } = dataset;
  const area = asked === '' ? '' : lookupArea(geography, asked);
  const [loads, rows, areas] = await Promise.all([
    db.rows<Load>('loads'),
    db.rows<Row>('changes', { area }),
    db.rows<Changes['areas'][number]>('changed-areas'),
  ]);
  return {
    query: { area },
    dataVersion: dataset.version,
    loads: loads.map((load) => ({
      ...load,
      files: load.files.split('\n'),
      changes: rows.filter((row) => row.load === load.load).map(({ load: _, ...figure }) => figure),
    })),
    areas,
  };
}

export const changesQuestion = question({
  path: '/api/changes',
  summary:
    'What each load of a user’s files changed: the data versions before and after, and up to 100 revised figures of each, with their old values; the same as a feed is /api/changes.atom.',
  parameters: nothing,
  query: ChangesQuery,
  reply: Changes,
  examples: ['/api/changes', '/api/changes?area=02N'],
  answer: changes,
});
