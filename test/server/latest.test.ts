import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { inAYear } from '../../client/pages/alliance/ChangedPart.tsx';
import type { Areas, Drivers, Findings, Progress, Scorecard, Trend } from '../../data/contract/index.ts';
import { metric as metricOf } from '../../data/metrics/index.ts';
import { endOf, parsePeriod } from '../../data/periods.ts';
import { isApproximation } from '../../data/text/approximation.ts';
import { changeAnswer, tileRows } from '../../data/text/board.ts';
import { formatValue } from '../../data/text/format.ts';
import { progressCounts } from '../../data/text/progress.ts';
import { periodBrief } from '../../data/text/words.ts';
import type { Dataset } from '../../server/dataset/dataset.ts';
import { briefContent } from '../../server/files/brief/file.ts';
import type { TableBlock } from '../../server/files/pack/deck.ts';
import { deckOf } from '../../server/files/pack/file.ts';
import { sample } from '../sample.ts';
import { built, builtApp, builtDataset } from './app.ts';
import { makerOf } from './drawing.ts';
import { workbookAt } from './files/workbook/read.ts';
import { ask } from './inject.ts';

let app: FastifyInstance;
let dataset: Dataset;
let alliances: string[] = [];

const get = async <Reply>(url: string): Promise<Reply> => {
  const { status, body, text } = await ask(app, url);
  expect(status, `${url} ${text.slice(0, 200)}`).toBe(200);
  return body as Reply;
};

/** The figure of a table of the trend page, as the deck and the workbook print it. */
const printed = (id: string, value: number) => formatValue(metricOf(id as never), value);

/** All that is said of one Alliance’s latest figures, with its ambitions that have one. */
async function said(area: string) {
  const [progress, card, { findings }] = [
    await get<Progress>(`/api/progress?area=${area}`),
    await get<Scorecard>(`/api/scorecard?alliance=${area}`),
    await get<Findings>(`/api/findings?area=${area}`),
  ];
  return { progress, card, findings, rows: tileRows(progress.rows) };
}

describe.skipIf(!built)('the latest figure of a metric is one', () => {
  beforeAll(async () => {
    app = await builtApp();
    dataset = await builtDataset();
    const areas = await get<Areas>('/api/areas');
    alliances = [...areas.alliances, ...areas.alliancesToday].map(({ area }) => area);
  });

  test('of the 19 Alliances of Annex i and the 21 of today', () => expect(alliances).toHaveLength(40));

  test('in headline, ambition, trend, what changed, scorecard and drivers; changing is what the trend’s control chart says', {
    timeout: 120_000,
  }, async () => {
    let read = 0;
    for (const area of alliances) {
      const { progress, card, findings, rows } = await said(area);
      // The one ICB of North Central London was merged into another of April 2026: its figures end the month before.
      const until = area === 'today-north-central-london' ? '2026-03' : '2026-04';
      expect([progress.period, card.period], area).toEqual([until, until]);
      expect(rows.length, area).toBe(progressCounts(progress.rows).figures);
      const [home] = rows;
      if (!home || home.value === null) throw new Error(`${area} has no first ambition`);
      const since =
        home.period === progress.period ? '' : ', the latest month with a figure by the end of April 2026';
      expect(findings[0]?.text, area).toContain(
        `In ${periodBrief(home.period ?? '')}${since}, ${printed(home.metric, home.value)} of people`,
      );
      for (const row of rows) {
        const where = `${area} ${row.metric}`;
        const column = card.columns.find(({ metric }) => metric === row.metric);
        if (column?.alliance) {
          expect([column.period, column.alliance.value], where).toEqual([row.period, row.value]);
          expect(column.england?.value ?? null, where).toBe(row.england?.value ?? null);
        }
        const grain = parsePeriod(row.period ?? '')?.grain;
        const trend = await get<Trend>(`/api/trend?metric=${row.metric}&area=${area}&grain=${grain}`);
        const last = trend.points.findLast(({ value }) => value !== null);
        expect([last?.period, last?.value], where).toEqual([row.period, row.value]);
        const { now } = inAYear(trend, endOf(progress.period));
        expect([now?.period, now?.value], where).toEqual([row.period, row.value]);
        if (grain !== 'month') continue;
        const { reason, period, variation, signal, assurance, target, pPrime } = trend.control;
        const reading = { grain, reason, period, variation, signal, assurance, target, pPrime };
        expect(row.control, where).toEqual(reading);
        // A wait of which twelve months are known since its last break is answered; else the break is named.
        if ((trend.control.segments.at(-1)?.points ?? 0) >= 12)
          expect(row.control?.variation, where).not.toBeNull();
        else
          expect(changeAnswer(metricOf(row.metric), row).detail, where).toBe(
            'Too few months since its series last broke',
          );
        read++;
        // One whose ICBs have all merged away has nothing in its scorecard.
        if (row === home && card.rows.length > 0) {
          const read = card.control?.areas.find((each) => each.area === area);
          expect(read?.reading, where).toEqual(reading);
        }
        const drivers = await get<Drivers>(
          `/api/drivers?metric=${row.metric}&alliance=${area}&period=${row.period}`,
        );
        expect(Math.max(0, drivers.alliance.people ?? 0), where).toBe(row.gap?.people);
      }
    }
    // 28, 31 and 62 days of each.
    expect(read).toBe(3 * 40);
  });

  test('in slides, workbook and brief', { timeout: 240_000 }, async () => {
    const kind = (area: string) =>
      area.startsWith('today-') ? 'today' : area === 'greater-manchester' ? 'vanguard' : 'annex';
    for (const area of sample(alliances, kind)) {
      const { findings, rows } = await said(area);
      const { deck } = await deckOf(makerOf(dataset), { alliance: area });
      const { brief } = await briefContent(makerOf(dataset), { alliance: area });
      const book = await workbookAt(app, `/api/pack/${area}.xlsx`);
      const [head = []] = book.rowsOf('Ambitions').filter((row) => row.includes('Figure (in its unit)'));
      const table = deck.slides
        .find(({ id }) => id === 'ambitions')
        ?.blocks.find((block): block is TableBlock => block.kind === 'table');
      expect(brief.headline, area).toBe(findings[0]?.text);
      const [home] = rows;
      expect(brief.trend?.heading, area).toContain(
        `${printed(home?.metric ?? '', home?.value ?? 0)} in ${periodBrief(home?.period ?? '')}`,
      );
      expect(deck.slides.find(({ id }) => id === 'trend-62-day')?.title, area).toContain(
        printed(home?.metric ?? '', home?.value ?? 0),
      );
      for (const [index, row] of rows.entries()) {
        const where = `${area} ${row.metric}`;
        const figure = printed(row.metric, row.value ?? 0);
        const period = periodBrief(row.period ?? '');
        expect(brief.ambitions.rows[index]?.[1], where).toMatchObject({
          bold: figure,
          text: isApproximation(row, metricOf(row.metric)) ? `${period}, our approximation` : period,
        });
        const slide = table?.rows.find(([ambition]) => ambition?.text === row.ambition);
        expect([slide?.[1]?.text, slide?.[2]?.text], where).toEqual([figure, period]);
        const line = book.rowsOf('Ambitions').find(([ambition]) => ambition === row.ambition) ?? [];
        const value = Number(line[head.indexOf('Figure (in its unit)')]);
        expect(Math.abs(value - (row.value ?? 0)), where).toBeLessThan(1e-9);
      }
    }
  });
});
