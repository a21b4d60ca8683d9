import { PATHWAY } from '../../../data/ambitions/index.ts';
import { Catalogue } from '../../../data/contract/index.ts';
import {
  HOME_METRIC,
  LEVELS,
  METRIC_IDS,
  type MetricId,
  metric as metricOf,
  openingGroup,
} from '../../../data/metrics/index.ts';
import { GRAINS } from '../../../data/periods.ts';
import { SOURCES } from '../../../data/sources.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import type { Present } from '../../dataset/geography.ts';
import { nothing, question } from '../question.ts';
import { homePeriod } from '../shared/home.ts';

/** Not a patient group: England's figure of one release or of another basis, kept beside those of areas. */
const isGroup = (group: string) => !/^(release|basis):/.test(group);

function catalogued(id: MetricId, present: readonly Present[]): Catalogue['metrics'][number] {
  const metric = metricOf(id);
  const { publisher, publication, page, licence, frequency, lag, next } = SOURCES[metric.source];
  const shown = openingGroup(id);
  const ofAll = present.filter(({ group }) => group === shown);
  const periods = LEVELS.flatMap((level) =>
    GRAINS.map((grain) => ({
      level,
      grain,
      periods: ofAll
        .filter((each) => each.level === level && each.grain === grain)
        .map(({ period }) => period),
    })),
  ).filter((each) => each.periods.length > 0);
  return {
    id,
    label: metric.label,
    phrase: metric.phrase,
    definition: metric.definition,
    kind: metric.kind,
    unit: metric.unit,
    polarity: metric.polarity,
    pathway: metric.pathway,
    targets: [...metric.targets],
    groups: [...new Set(present.map(({ group }) => group).filter(isGroup))],
    levels: LEVELS.filter((level) => periods.some((each) => each.level === level)),
    grains: GRAINS.filter((grain) => periods.some((each) => each.grain === grain)),
    periods,
    ended: (metric.ended as Catalogue['metrics'][number]['ended']) ?? null,
    standsWith: (metric.standsWith as MetricId) ?? null,
    cautions: [...metric.cautions],
    source: { publisher, publication, page, licence, frequency, lag, next },
  };
}

const targetOf = (metric: MetricId | null, index: number | null) =>
  metric === null || index === null ? null : (metricOf(metric).targets[index] ?? null);

async function catalogue({ geography, version, own }: Dataset): Promise<Catalogue> {
  return {
    query: {},
    dataVersion: version,
    metrics: METRIC_IDS.map((id) => catalogued(id, geography.presentOf.get(id) ?? [])),
    own: [...own],
    pathway: PATHWAY.map(({ id, name, ambitions, local }) => ({
      id,
      name,
      ambitions: ambitions.map(({ printed, targetIndex, ...ambition }) => ({
        ...ambition,
        asPrinted: printed,
        target: targetOf(ambition.metric, targetIndex),
      })),
      local: local.map((action) => ({ ...action, recommendations: [...action.recommendations] })),
    })),
    home: { metric: HOME_METRIC, period: homePeriod(geography) },
  };
}

export const catalogueQuestion = question({
  path: '/api/catalogue',
  summary:
    'Every metric with its definition, targets, cautions and the periods present; every ambition of Annex A.',
  parameters: nothing,
  query: nothing,
  reply: Catalogue,
  examples: ['/api/catalogue'],
  answer: catalogue,
});
