import { DEFAULTS } from '../../../data/addresses/choices.ts';
import { type ProfileView, profileView } from '../../../data/addresses/view.ts';
import { HOME_METRIC, METRIC_IDS, type MetricId } from '../../../data/metrics/index.ts';

/** All that a CCG's profile shows: what is asked, whose trend is open, and the measure beside its similar ten. */
export type ProfileState = Omit<ProfileView, 'area'> & { trend: MetricId | ''; measure: MetricId };

const HOME: ProfileState = {
  period: '',
  benchmark: DEFAULTS.benchmark,
  confidence: DEFAULTS.confidence,
  trend: '',
  measure: HOME_METRIC,
};

const metricIn = <T extends string>(id: string | null, otherwise: T): MetricId | T =>
  METRIC_IDS.find((each) => each === id) ?? otherwise;

/** The state that a query string asks for; what is missing or unknown falls back. */
export function readProfile(search: string): ProfileState {
  const parameters = new URLSearchParams(search);
  const { period, benchmark, confidence } = profileView('', parameters);
  return {
    period,
    benchmark,
    confidence,
    trend: metricIn(parameters.get('trend'), ''),
    measure: metricIn(parameters.get('measure'), HOME_METRIC),
  };
}

/** The address of a page after a change of its profile: no default is written, and no other parameter is lost. */
export function profileAddress(path: string, search: string, change: Partial<ProfileState>): string {
  const parameters = new URLSearchParams(search);
  const state = { ...readProfile(search), ...change };
  for (const name of Object.keys(HOME) as (keyof ProfileState)[])
    if (state[name] === HOME[name]) parameters.delete(name);
    else parameters.set(name, state[name]);
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}
