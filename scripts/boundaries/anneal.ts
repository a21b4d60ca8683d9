import { nearestCell, touching } from './hex-grid.ts';
import type { Point } from './projection.ts';
import { type Task, tiling } from './tiling.ts';

/** Cost of a piece too many. */
const BROKEN = 25;
const HEAT = { start: 3, end: 0.1 };

/**
 * A cell for every place: close to its target, its neighbours beside it and in their direction, every group in one
 * piece, the outline short. Simulated annealing, Kirkpatrick et al. (1983), Science 220:671.
 * Throws when a group is still in pieces at the end.
 */
export function anneal(task: Task, rounds: number, random: () => number): number[] {
  const cells = start(task.targets);
  const { at, beside, on, move, cost, faults, allFaults } = tiling(task, cells);
  const pick = (options: number[]) => options[Math.floor(random() * options.length)] as number;

  /** A cell one or two steps away from a place or from one of its neighbours. */
  const aim = (place: number) => {
    const near = task.neighbours[place] ?? [];
    const base = random() < 0.3 ? at(pick(near)) : at(place);
    const first = pick(beside(base));
    return random() < 0.5 ? first : pick(beside(first));
  };

  let left = allFaults();
  for (let round = 0; round < rounds; round++) {
    const heat = HEAT.start * (HEAT.end / HEAT.start) ** (round / rounds);
    const allowed = -heat * Math.log(random());
    const place = Math.floor(random() * cells.length);
    const from = at(place);
    const to = aim(place);
    if (to === from) continue;

    const other = on(to);
    const before = left === 0 ? 0 : faults(place, other);
    const costBefore = cost(place, other);
    move(place, to);
    const dearer = cost(place, other) - costBefore;
    // Without a fault to mend, the dearer move need not be checked for new ones, which is the slow part.
    const change = left === 0 && dearer > allowed ? 1 : faults(place, other) - before;
    if (dearer + BROKEN * change > allowed) move(place, from);
    else left += change;
  }
  if (left > 0) throw new Error(`${left} pieces too many after ${rounds} rounds: more rounds are needed`);
  return cells;
}

/** The free cell nearest to each target, first come first served. */
function start(targets: Point[]): number[] {
  const taken = new Set<number>();
  return targets.map((target) => {
    const queue = [nearestCell(target)];
    for (const cell of queue) {
      if (!taken.has(cell)) {
        taken.add(cell);
        return cell;
      }
      queue.push(...touching(cell).filter((next) => !queue.includes(next)));
    }
    throw new Error(`no free cell near ${target}; the grid of scripts/boundaries/hex-grid.ts is too small`);
  });
}
