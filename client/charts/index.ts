import type { ChartId } from '../../data/contract/charts.ts';
import { allianceLines } from './alliance-lines/index.tsx';
import { allianceMap } from './alliance-map/index.tsx';
import { alliances } from './alliances/index.tsx';
import { compare } from './compare/index.tsx';
import { compareLines } from './compare-lines/index.tsx';
import { deprivation } from './deprivation/index.tsx';
import { drivers } from './drivers/index.tsx';
import { funnel } from './funnel/index.tsx';
import { groups } from './groups/index.tsx';
import type { Chart } from './kit/chart.ts';
import { map } from './map/index.tsx';
import { control, trend } from './over-time/index.tsx';
import { progress } from './progress/index.tsx';
import { ranked } from './ranked/index.tsx';
import { spine } from './spine/index.tsx';
import { spread } from './spread/index.tsx';

/** Every chart that can be taken out of its page, by the id that data/contract/charts.ts gives it. */
export const CHART_ENTRIES: Readonly<Record<ChartId, Chart>> = {
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
  groups,
  compare,
  'compare-lines': compareLines,
};
