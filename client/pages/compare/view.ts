import { CONFIDENCES, DEFAULTS } from '../../../data/addresses/choices.ts';
import { type MapView, type MetricView, mapView } from '../../../data/addresses/api.ts';
import type { Catalogue } from '../../../data/contract/index.ts';

/** As many areas as can be told apart in one picture. */
export const MOST_AREAS = 20;

/** What the benchmark is called in the address where it is the chosen areas' own total. */
export const OWN_TOTAL = 'group';

/** All that the page of chosen areas shows. */
export type CompareView = Omit<MapView, 'level'> & {
  /** As the address names them, each once; whether there are such areas is not known here. */
  areas: readonly string[];
  /** What the chosen areas are called together, where their total is shown; empty where it is not. */
  group: string;
  /** england, an Alliance, or the group's total. */
  benchmark: string;
  confidence: MetricView['confidence'];
  /** The area whose line is picked out; empty for none. */
  line: string;
};

const listed = (text: string | null): string[] => [
  ...new Set((text ?? '').split(',').flatMap((each) => each.trim() || [])),
];

const measured = (parameters: URLSearchParams, catalogue: Catalogue) =>
  mapView({ get: (name) => (name === 'level' ? 'ccg' : parameters.get(name)) }, catalogue);

/** The view of a query string; what is missing or makes no sense falls back. */
export function parseCompare(search: string, catalogue: Catalogue): CompareView {
  const parameters = new URLSearchParams(search);
  const { metric, period } = measured(parameters, catalogue);
  return {
    areas: listed(parameters.get('areas')),
    metric,
    period,
    group: parameters.get('group')?.trim() ?? '',
    benchmark: parameters.get('benchmark') || DEFAULTS.benchmark,
    confidence: CONFIDENCES.find((each) => each === parameters.get('confidence')) ?? CONFIDENCES[0],
    line: parameters.get('line') ?? '',
  };
}

/** The shortest address of a view: only what differs from the opening view is written; commas stay readable. */
export function compareUrl(view: CompareView, catalogue: Catalogue): string {
  const parameters = new URLSearchParams();
  const write = (name: string, value: string, home: string) => {
    if (value !== home) parameters.set(name, value);
  };
  write('areas', view.areas.join(','), '');
  write('metric', view.metric, measured(parameters, catalogue).metric);
  write('period', view.period, measured(parameters, catalogue).period);
  write('group', view.group, '');
  write('benchmark', view.benchmark, DEFAULTS.benchmark);
  write('confidence', view.confidence, DEFAULTS.confidence);
  write('line', view.line, '');
  const text = parameters.toString().replaceAll('%2C', ',');
  return text === '' ? '/compare' : `/compare?${text}`;
}

/** The address at which areas stand side by side, on the opening measure. */
export const compareAreasUrl = (areas: readonly string[]): string => `/compare?areas=${areas.join(',')}`;
