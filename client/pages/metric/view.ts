import { type MetricView, metricView } from '../../../data/addresses/view.ts';
import type { Catalogue } from '../../../data/contract/index.ts';

/** All that a metric's page shows: what is asked of the data, and what is picked out, widened, sorted and kept. */
export type MetricPage = MetricView & {
  /** The Alliance whose areas are picked out; empty for none. */
  alliance: string;
  /** The area chosen in a chart or table; empty for none. */
  area: string;
  /** Whether the funnel's limits are widened for over-dispersion. */
  widened: boolean;
  /** Whether the table keeps only the picked Alliance's areas. */
  only: boolean;
  sort: string;
  down: boolean;
};

/** The page of a metric that an address asks for; null where there is no such metric, or no figure of it by CCG or Alliance. */
export function parseMetricPage(id: string, search: string, catalogue: Catalogue): MetricPage | null {
  const parameters = new URLSearchParams(search);
  const view = metricView(id, parameters, catalogue);
  if (!view) return null;
  const alliance = parameters.get('alliance') ?? '';
  return {
    ...view,
    alliance,
    area: parameters.get('area') ?? '',
    widened: parameters.get('widened') === '1',
    only: alliance !== '' && parameters.get('only') === '1',
    sort: parameters.get('sort') ?? '',
    down: parameters.get('order') === 'down',
  };
}

/** The shortest address of a page: only what differs from the metric's opening page is written. */
export function metricPageUrl(page: MetricPage, catalogue: Catalogue): string {
  const parameters = new URLSearchParams();
  const write = (name: string, value: string, home: string) => {
    if (value !== home) parameters.set(name, value);
  };
  const opening = () => metricView(page.metric, parameters, catalogue);
  write('level', page.level, opening()?.level ?? '');
  const home = opening();
  write('period', page.period, home?.period ?? '');
  write('benchmark', page.benchmark, home?.benchmark ?? '');
  write('confidence', page.confidence, home?.confidence ?? '');
  write('limits', page.limits, home?.limits ?? '');
  write('widened', page.widened ? '1' : '', '');
  write('alliance', page.alliance, '');
  write('area', page.area, '');
  write('only', page.only && page.alliance !== '' ? '1' : '', '');
  write('sort', page.sort, '');
  write('order', page.down ? 'down' : '', '');
  const text = parameters.toString();
  return `/metrics/${page.metric}${text === '' ? '' : `?${text}`}`;
}
