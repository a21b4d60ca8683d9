import { addUnknown } from './areas.ts';
import type { Content } from './content.ts';
import { halves } from './numbers.ts';
import { Problems } from './problem.ts';
import { type Codes, type Format, OGL, type Reading, type Wait } from './reading.ts';
import { looksLike, tableRows } from './table.ts';

const COLUMNS = ['org_code', 'org_name', 'level', 'standard', 'month', 'within', 'total', 'data_status'];

const STANDARDS: Record<string, string> = {
  FDS28: '28-day-diagnosis',
  CMB31: '31-day-combined',
  CMB62: '62-day-combined',
};

const STATUS: Record<string, Wait['status']> = { final: 'published', provisional: 'provisional' };

/** NHS England's 28-day and combined 31- and 62-day standards by ICB and month, in one table (April 2022 on). */
export const waitingTimesMonthly: Format = {
  name: 'NHS England Cancer Waiting Times by ICB and month (CSV)',
  recognises: (content) => looksLike(content, COLUMNS),
  read,
};

function read(name: string, content: Content, { commissioners, coded }: Codes): Reading {
  const problems = new Problems(name);
  const waits: Wait[] = [];
  const seen = new Map<string, number>();
  const sums = new Map<string, { within: number; total: number }>();
  for (const { row, cells } of tableRows(content, COLUMNS, problems)) {
    const { org_name, level, standard = '', month = '', data_status = '' } = cells;
    const org_code = coded(cells.org_code ?? '');
    const wrong = (message: string) => problems.add(message, { row });
    const area = level === 'england' ? 'england' : org_code;
    if (area !== 'england' && !commissioners.has(area))
      addUnknown(org_code, org_name ?? '', problems, { row });
    const metric = STANDARDS[standard];
    if (!metric) wrong(`standard: "${standard}"; expected ${Object.keys(STANDARDS).join(', ')}`);
    if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(month)) wrong(`month: "${month}"; expected one such as 2024-04`);
    const status = STATUS[data_status];
    if (!status) wrong(`data_status: "${data_status}"; expected final or provisional`);
    const [within, total] = [halves(cells.within), halves(cells.total)];
    if (within === null || total === null || within > total) {
      wrong(
        `within "${cells.within}" of total "${cells.total}"; expected numbers, within no more than total`,
      );
      continue;
    }
    const key = [area, standard, month].join(' ');
    const earlier = seen.get(key);
    if (earlier !== undefined) wrong(`${key} again; it is in row ${earlier} already`);
    seen.set(key, row);
    if (area !== 'england') {
      const sum = sums.get(`${standard} ${month}`) ?? { within: 0, total: 0 };
      sums.set(`${standard} ${month}`, { within: sum.within + within, total: sum.total + total });
    }
    if (total === 0 || !metric || !status) continue;
    waits.push({
      metric,
      area,
      period: month,
      grp: 'all',
      numerator: within,
      denominator: total,
      status,
      file: 'cwt-icb-monthly',
      sheet: '',
      row,
    });
  }
  // The table leaves out patients of unknown commissioners, 0.3 to 0.8% of England: it may fall short, never exceed.
  for (const wait of waits.filter(({ area }) => area === 'england')) {
    const [standard = ''] = Object.entries(STANDARDS).find(([, metric]) => metric === wait.metric) ?? [];
    const sum = sums.get(`${standard} ${wait.period}`) ?? { within: 0, total: 0 };
    if (sum.total > wait.denominator || sum.total < 0.98 * wait.denominator)
      problems.add(
        `England in ${wait.period} is ${wait.denominator} (${standard}); its commissioners sum to ${sum.total}, expected 98 to 100% of it`,
        { row: wait.row },
      );
  }
  problems.settle();
  const months = waits.map(({ period }) => period).sort();
  return {
    source: {
      id: 'cwt-icb-monthly',
      publisher: 'NHS England',
      publication: 'Cancer Waiting Times by commissioner (ICB), monthly, in one table',
      period: `${months[0]} to ${months.at(-1)}`,
      licence: OGL,
    },
    waits,
    figures: [],
    tally: {
      rows: waits.length,
      'provisional rows': waits.filter(({ status }) => status === 'provisional').length,
    },
    left: [],
  };
}
