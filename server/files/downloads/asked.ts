import type { ObservationsQuery } from '../../../data/contract/index.ts';
import { type Period, periodLabel } from '../../../data/periods.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import type { Geography } from '../../dataset/geography.ts';
import { nearest } from '../../http/nearest.ts';
import { ProblemError } from '../../http/problem.ts';
import {
  knownArea,
  knownGroup,
  knownMetric,
  nearestPeriods,
  suggestion,
  wellFormedPeriod,
} from '../../questions/shared/lookup.ts';
import { EVERYTHING, type ObservationsAsked } from './observations.ts';

function knownAlliance(geography: Geography, id: string): string {
  if (geography.isAlliance(id)) return id;
  const alliances = [...geography.allianceOf.keys()];
  const found = nearest(
    id,
    alliances.map((each) => ({ id: each, name: geography.areaAt(each, '')?.name })),
  );
  throw new ProblemError('unknown_area', `No Alliance '${id}'.${suggestion(found)}`, found);
}

function heldPeriod({ presentOf }: Geography, id: string, metric: string): Period {
  const period = wellFormedPeriod(id);
  const present = metric === '' ? [...presentOf.values()].flat() : (presentOf.get(metric) ?? []);
  if (present.some((each) => each.period === id)) return period;
  const found = nearestPeriods(period, present);
  const of = metric === '' ? '' : ` of ${metric}`;
  throw new ProblemError(
    'unknown_period',
    `There are no figures${of} for ${periodLabel(period)}.${suggestion(found)}`,
    found,
  );
}

function heldGroup(geography: Geography, group: string): string {
  const groups = [...new Set([...geography.presentOf.values()].flat().map((each) => each.group))];
  if (groups.includes(group)) return group;
  throw new ProblemError(
    'unknown_group',
    `No patient group '${group}'. There are: ${groups.join(', ')}.`,
    groups,
  );
}

/**
 * A request's filters, known to the dataset. Throws a 404 with the nearest for a metric, an area, a period or a group
 * that is not; a 400 for months the wrong way round.
 */
export function observationsAsked({ geography }: Dataset, query: ObservationsQuery): ObservationsAsked {
  const { metric, area, alliance, period, from, until, group } = query;
  const asked: ObservationsAsked = { ...EVERYTHING, ...query, areas: '' };
  if (metric !== undefined) asked.metric = knownMetric(metric);
  if (area !== undefined)
    asked.areas = area
      .split(',')
      .map((each) => knownArea(geography, each.trim()))
      .join(',');
  if (alliance !== undefined) asked.alliance = knownAlliance(geography, alliance);
  if (period !== undefined) asked.period = heldPeriod(geography, period, asked.metric).id;
  if (group !== undefined)
    asked.group =
      asked.metric === '' ? heldGroup(geography, group) : knownGroup(geography, asked.metric, group);
  if (from !== undefined && until !== undefined && from > until)
    throw new ProblemError(
      'invalid_value',
      `The parameter 'until' is '${until}', which is before 'from', '${from}'.`,
    );
  return asked;
}
