import { DEFAULTS } from '../../../data/addresses/choices.ts';
import type { Areas } from '../../../data/contract/index.ts';
import { MOST_AREAS, OWN_TOTAL, parseCompare } from '../../pages/compare/view.ts';
import { parametersOf } from '../kit/asked.ts';
import type { Asked, Known } from '../kit/exported.ts';
import type { ToCompare } from './compared.ts';
import { groupOf } from './group.ts';
import { allPlaces, type Place, resolve } from './places.ts';

/** The chosen areas and the view that a chart is asked of. Throws a RangeError where they are too few, too many or none. */
export function toCompare(asked: Asked, { areas, catalogue }: Known): ToCompare {
  const view = parseCompare(parametersOf(asked), catalogue);
  if (view.metric !== asked.metric)
    throw new RangeError(`The metric '${asked.metric}' has no figures by CCG or Alliance to compare.`);
  const { chosen, beyond, unknown } = resolve(view.areas, allPlaces(areas));
  if (unknown.length > 0)
    throw new RangeError(`No area has the code ${unknown.map((each) => `'${each}'`).join(', ')}.`);
  if (chosen.length < 2 || beyond.length > 0)
    throw new RangeError(
      `Two to ${MOST_AREAS} areas are compared, not ${chosen.length + beyond.length}: separate them by commas.`,
    );
  checkBenchmark(view.benchmark, chosen, areas);
  return {
    view: { ...view, period: asked.period ?? view.period, areas: chosen.map(({ area }) => area) },
    chosen,
    areas,
  };
}

function checkBenchmark(benchmark: string, chosen: readonly Place[], { alliances }: Areas) {
  if (benchmark === DEFAULTS.benchmark || alliances.some(({ area }) => area === benchmark)) return;
  if (benchmark !== OWN_TOTAL)
    throw new RangeError(
      `Areas are compared with england, an Alliance or group (their own total), not with '${benchmark}'.`,
    );
  const { reason } = groupOf(chosen);
  if (reason !== '') throw new RangeError(reason);
}
