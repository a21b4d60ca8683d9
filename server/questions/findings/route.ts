import { progressUrl } from '../../../data/addresses/view.ts';
import { Findings, FindingsQuery, type Progress } from '../../../data/contract/index.ts';
import { HOME_METRIC } from '../../../data/metrics/index.ts';
import { parsePeriod } from '../../../data/periods.ts';
import { rowOf } from '../../../data/text/findings.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { progressQuestion } from '../progress/route.ts';
import { nothing, question } from '../question.ts';
import { homePeriod } from '../shared/home.ts';
import { askAll } from './asked.ts';
import { findingsOf } from './choose.ts';
import { told } from './told.ts';

/** The sentences to read first about an area, as at a period. Throws a 404 where either is not known. */
export async function findings(dataset: Dataset, query: FindingsQuery): Promise<Findings> {
  const asked = query.period ?? homePeriod(dataset.geography) ?? '';
  const url = progressUrl({ area: query.area, period: asked });
  const progress = await told<Progress>(dataset, progressQuestion, url);
  const { area, period } = progress.reply;
  const latest = parsePeriod(rowOf(progress, HOME_METRIC)?.period ?? '');
  const wait = latest && {
    asked: await askAll(dataset, area, HOME_METRIC, latest),
    period: latest,
  };
  return {
    query,
    dataVersion: dataset.version,
    area,
    period,
    findings: findingsOf(progress, wait),
  };
}

export const findingsQuestion = question({
  path: '/api/findings',
  summary: 'The few sentences to read first about an area, each number with the address that answers it.',
  parameters: nothing,
  query: FindingsQuery,
  reply: Findings,
  examples: ['/api/findings?area=west-yorkshire', '/api/findings?area=england&period=fy2016-17'],
  answer: findings,
});
