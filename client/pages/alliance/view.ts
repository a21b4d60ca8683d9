import { DEFAULTS } from '../../../data/addresses/choices.ts';
import { type ProfileView, profileView } from '../../../data/addresses/view.ts';
import { HOME_METRIC, METRIC_IDS, type MetricId } from '../../../data/metrics/index.ts';

/** All that an Alliance's page shows; the grain and kind of its trends are read where they are drawn, and kept. */
export type AllianceView = Pick<ProfileView, 'period' | 'benchmark' | 'confidence'> & {
  /** The measure of the map, the drivers and the trends. */
  metric: MetricId;
  /** The CCG picked out on map and trends; empty for none. */
  area: string;
  /** What the scorecard is in the order of: `name` or a measure; empty: as Annex i lists its CCGs. */
  sort: string;
  order: 'up' | 'down';
  /** Whether all CCGs are drawn over time. */
  lines: '' | 'all';
};

const HOME: AllianceView = {
  period: '',
  metric: HOME_METRIC,
  benchmark: DEFAULTS.benchmark,
  confidence: DEFAULTS.confidence,
  area: '',
  sort: '',
  order: 'up',
  lines: '',
};

/** The view that a query string asks for; what is missing or unknown falls back. */
export function readAlliance(search: string): AllianceView {
  const parameters = new URLSearchParams(search);
  const { period, benchmark, confidence } = profileView('', parameters);
  const known = (name: string) => METRIC_IDS.find((id) => id === parameters.get(name));
  const sort = parameters.get('sort') === 'name' ? 'name' : (known('sort') ?? HOME.sort);
  return {
    period,
    benchmark,
    confidence,
    metric: known('metric') ?? HOME.metric,
    area: parameters.get('area') ?? HOME.area,
    sort,
    order: sort !== '' && parameters.get('order') === 'down' ? 'down' : 'up',
    lines: parameters.get('lines') === 'all' ? 'all' : '',
  };
}

/** The address of a page after a change of its view: no default is written, and no other parameter is lost. */
export function allianceAddress(path: string, search: string, change: Partial<AllianceView>): string {
  const parameters = new URLSearchParams(search);
  const view = { ...readAlliance(search), ...change };
  for (const name of Object.keys(HOME) as (keyof AllianceView)[])
    if (view[name] === HOME[name]) parameters.delete(name);
    else parameters.set(name, view[name]);
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}
