import type { ChartId } from '../../data/contract/charts.ts';
import { allianceLines } from './alliance-lines/sheet.tsx';
import { allianceMap } from './alliance-map/sheet.tsx';
import { alliances } from './alliances/sheet.tsx';
import { compare } from './compare/sheet.tsx';
import { compareLines } from './compare-lines/sheet.tsx';
import { deprivation } from './deprivation/sheet.tsx';
import { drivers } from './drivers/sheet.tsx';
import { funnel } from './funnel/sheet.tsx';
import type { Exported } from './kit/exported.ts';
import { map } from './map/sheet.tsx';
import { control, trend } from './over-time/sheet.tsx';
import { progress } from './progress/sheet.tsx';
import { ranked } from './ranked/sheet.tsx';
import { spine } from './spine/sheet.tsx';
import { spread } from './spread/sheet.tsx';

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
