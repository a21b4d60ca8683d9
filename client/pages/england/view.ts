import { type MapView, mapView } from '../../../data/addresses/view.ts';
import type { Catalogue } from '../../../data/contract/index.ts';

export const LAYOUTS = ['map', 'hex'] as const;
export const SORTS = ['rank', 'name'] as const;

/** All that the map page shows: what is asked of the data, and how it is laid out, chosen and filtered. */
export type View = MapView & {
  layout: (typeof LAYOUTS)[number];
  area: string;
  sort: (typeof SORTS)[number];
  down: boolean;
  within: string;
  find: string;
};

const oneOf = <T extends string>(allowed: readonly T[], text: string | null): T =>
  allowed.find((each) => each === text) ?? (allowed[0] as T);

/** The view of a query string; what is missing or makes no sense falls back to the home view. */
export function parseView(search: string, catalogue: Catalogue): View {
  const parameters = new URLSearchParams(search);
  return {
    ...mapView(parameters, catalogue),
    layout: oneOf(LAYOUTS, parameters.get('layout')),
    area: parameters.get('area') ?? '',
    sort: oneOf(SORTS, parameters.get('sort')),
    down: parameters.get('order') === 'down',
    within: parameters.get('within') ?? '',
    find: parameters.get('find') ?? '',
  };
}

/** The shortest address of a view: only what differs from the home view is written. */
export function viewUrl(view: View, catalogue: Catalogue): string {
  const parameters = new URLSearchParams();
  const write = (name: string, value: string, home: string) => {
    if (value !== home) parameters.set(name, value);
  };
  const home = mapView(new URLSearchParams(), catalogue);
  write('metric', view.metric, home.metric);
  write('level', view.level, 'ccg');
  write('period', view.period, mapView(parameters, catalogue).period);
  write('layout', view.layout, LAYOUTS[0]);
  write('area', view.area, '');
  write('sort', view.sort, SORTS[0]);
  write('order', view.down ? 'down' : 'up', 'up');
  write('within', view.within, '');
  write('find', view.find, '');
  const text = parameters.toString();
  return text === '' ? '/' : `/?${text}`;
}
