import { metric as metricOf } from '../../../data/metrics/index.ts';
import { SOURCES } from '../../../data/sources.ts';
import type { CompareView } from './view.ts';

/** What a file of the page is called, and what it says of itself. */
export function fileOf(view: CompareView, what: string, dataVersion: string, illustrative: boolean) {
  const metric = metricOf(view.metric);
  const source = SOURCES[metric.source];
  return {
    name: [view.metric, view.period, what, dataVersion],
    about: {
      metric: view.metric,
      metric_name: metric.label,
      unit: metric.kind === 'proportion' ? 'proportion' : metric.unit,
      period: view.period,
      confidence: view.confidence,
      status: illustrative ? 'illustrative, not published' : 'published or derived from published counts',
      source: `${source.publisher}: ${source.publication}`,
      licence: source.licence,
      data_version: dataVersion,
    },
  };
}
