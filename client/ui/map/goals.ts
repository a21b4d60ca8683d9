import type { SnapshotArea } from '../../../data/contract/index.ts';
import { briefName } from '../../../data/text/words.ts';
import type { MapShape } from '../../charts/map/EnglandMap.tsx';

/** Something a map can be zoomed to: its name and the paths that it is. */
export type Goal = { id: string; name: string; paths: readonly string[] };

/** Areas as one goal; none where they have no shapes. */
export function goalOf(
  id: string,
  name: string,
  shapes: readonly MapShape[],
  areas: readonly Pick<SnapshotArea, 'area'>[],
): Goal[] {
  const paths = areas.flatMap(({ area }) => shapes.flatMap((shape) => (shape.id === area ? [shape.d] : [])));
  return paths.length > 0 ? [{ id, name, paths }] : [];
}

/** The area that is chosen. */
export const chosenGoal = (shapes: readonly MapShape[], chosen: SnapshotArea | undefined): Goal[] =>
  chosen ? goalOf('chosen', briefName(chosen.name), shapes, [chosen]) : [];
