import type { ChartId } from '../../../data/contract/charts.ts';
import type { Exported } from '../chart.ts';
import { allianceLines } from './alliance-lines.tsx';
import { allianceMap } from './alliance-map.tsx';
import { alliances } from './alliances.tsx';
import { compare } from './compare.tsx';
import { compareLines } from './compare-lines.tsx';
import { deprivation } from './deprivation.tsx';
import { drivers } from './drivers.tsx';
import { funnel } from './funnel.tsx';
import { map } from './map.tsx';
import { progress } from './progress.tsx';
import { ranked } from './ranked.tsx';
import { spine } from './spine.tsx';
import { spread } from './spread.tsx';
import { control, trend } from './trend.tsx';

/** How each chart is taken out of its page. */
export const EXPORTED: Partial<Record<ChartId, Exported>> = {
  map,
  'alliance-map': allianceMap,
  trend,
  control,
  'alliance-lines': allianceLines,
  drivers,
  spine,
  progress,
  funnel,
  ranked,
  spread,
  alliances,
  deprivation,
  compare,
  'compare-lines': compareLines,
};
