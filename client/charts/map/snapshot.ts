import type { Snapshot, SnapshotArea } from '../../../data/contract/index.ts';
import type { Column } from '../kit/columns.ts';
import { tableOf } from '../kit/columns.ts';

const COLUMNS: readonly Column<SnapshotArea>[] = [
  { id: 'area', head: 'Code', value: ({ area }) => area },
  { id: 'area_name', head: 'Area', value: ({ name }) => name },
  { id: 'value', head: 'Value', value: ({ value }) => value },
  { id: 'numerator', head: 'Numerator', value: ({ numerator }) => numerator },
  { id: 'denominator', head: 'Denominator', value: ({ denominator }) => denominator },
  { id: 'lower', head: 'Lower', value: ({ lower }) => lower },
  { id: 'upper', head: 'Upper', value: ({ upper }) => upper },
  { id: 'status', head: 'Status', value: ({ status }) => status },
  { id: 'comparison', head: 'Compared', value: ({ comparison }) => comparison },
  { id: 'verdict', head: 'Target', value: ({ verdict }) => verdict },
  { id: 'rank', head: 'Rank', value: ({ rank }) => rank?.value ?? null },
  { id: 'note', head: 'Note', value: ({ notes }) => notes.join(' ') },
];

/** What a map of a snapshot shows, area by area. */
export const snapshotTable = ({ areas }: Snapshot) => tableOf(COLUMNS, areas);
