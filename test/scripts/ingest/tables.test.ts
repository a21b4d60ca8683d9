import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../scripts/ingest/csv.ts';
import { workFolder } from './folder.ts';

const folder = workFolder();
const CODES = readCsv('data/geography/ccgs.csv')
  .map(({ id = '' }) => id)
  .sort();
const load = (...lines: string[]) => folder.load(folder.put('table.csv', `${lines.join('\r\n')}\r\n`));

describe('QOF prevalence', () => {
  const HEAD = 'ccgcode,indicator_group,Register_description,disease_register_size,ccg_listsize,prevalence';
  const codes = [...CODES.filter((code) => code !== '13T'), '00F', '00G', '00H'];
  const rows = codes.map((code) => `${code},CAN,Cancer,2272,106303,2.1372868122`);

  test('takes the cancer register as counts, 13T as a sum, and leaves the others, smoking with its reason', async () => {
    const { refused, said } = await load(
      HEAD,
      '00C,SMOK,Smoking,90000,106303,84.6',
      '00C,AF,AF,1,2,50',
      ...rows,
    );
    expect(refused).toEqual([]);
    const other = folder.table('other.csv');
    expect(other).toHaveLength(209);
    expect(other.find(({ area }) => area === '00C')).toMatchObject({
      value: String(2272 / 106303),
      row: '4',
    });
    expect(other.find(({ area }) => area === '13T')).toMatchObject({ numerator: '6816', status: 'derived' });
    expect(said).toContain(
      '  left   1 rows of group SMOK: a register of patients asked, not smoking prevalence',
    );
  });

  test.each([
    [
      'a renamed column',
      [HEAD.replace('ccg_listsize', 'list'), ...rows],
      /row 1: no column ccg_listsize; expected/,
    ],
    [
      'a percentage of other counts',
      [HEAD, '00C,CAN,Cancer,2272,106303,3.5', ...rows.slice(1)],
      /row 2: 00C: prevalence/,
    ],
    [
      'a register over its list',
      [HEAD, '00C,CAN,Cancer,9,8,112.5', ...rows.slice(1)],
      /row 2: 00C: register 9 of list 8/,
    ],
    ['a CCG that is not one', [HEAD, 'ZZ9,CAN,Cancer,1,2,50', ...rows.slice(1)], /row 2: unknown CCG ZZ9/],
    ['a CCG twice', [HEAD, ...rows, rows[0] ?? ''], /row 213: 00C again/],
    ['a CCG missing', [HEAD, ...rows.slice(1)], /210 CCGs in group CAN; expected 211/],
  ])('is refused with %s', async (_, lines, message) => {
    expect((await load(...lines)).refused).toContainEqual(expect.stringMatching(message));
  });
});

describe('the England series', () => {
  const HEAD =
    'org_code,org_name,ccgois_indicator,indicator_name,year,sex,value,ci_lower,ci_upper,numerator,denominator,source_workbook';
  const rows = [
    'ENGLAND,England,1.9,Mortality,2012,Person,122.5,121.5,123.4,61957,51450031,W',
    'ENGLAND,England,1.10,Survival,2014,Person,70.4,70.3,70.5,,,W',
    'ENGLAND,England,1.17,Staged,2015,Person,79.60000000000001,79.5,79.7,238639,299781,W',
    'ENGLAND,England,1.18,Early,2015,Person,52.4,52.1,52.6,112152,214192,W',
  ];

  test('keeps rates and the index with their intervals, proportions as counts; leaves CCGs and the sexes', async () => {
    const { said } = await load(
      HEAD,
      ...rows,
      '09G,NHS Coastal West Sussex CCG,1.10,Survival,2014,Person,69.7,69.2,70.3,,,W',
      'ENGLAND,England,1.9,Mortality,2012,Male,130.2,128.8,131.6,33249,25999729,W',
    );
    const of = (metric: string) => folder.table('other.csv').find((row) => row.metric === metric);
    expect(of('under-75-mortality')).toMatchObject({ value: '122.5', lower: '121.5', numerator: '61957' });
    expect(of('one-year-survival')).toMatchObject({
      value: '70.4',
      lower: '70.3',
      upper: '70.5',
      grp: 'all',
    });
    expect(of('stage-recorded')).toMatchObject({ value: String(238639 / 299781), lower: '' });
    expect(of('early-stage')?.note).toContain('stage was not recorded');
    expect(said.join('\n')).toMatch(
      /1 rows of NHS Coastal West Sussex CCG[\s\S]*1 rows of men or women alone/,
    );
  });

  test.each([
    [
      'an unknown indicator',
      [...rows, 'ENGLAND,England,9.9,X,2012,Person,1,0,2,,,W'],
      /row 6: unknown indicator 9\.9/,
    ],
    [
      'a value outside its interval',
      rows.with(1, (rows[1] ?? '').replace('70.4', '75')),
      /row 3: .*within its interval/,
    ],
    [
      'a percentage of other counts',
      rows.with(3, (rows[3] ?? '').replace('112152', '100000')),
      /row 5: .*52\.4% is not 100000/,
    ],
    ['a year twice', [...rows, rows[0] ?? ''], /row 6: England's indicator 1\.9 in 2012 again/],
    ['an indicator missing', rows.slice(1), /no England row of indicator 1\.9/],
  ])('is refused with %s', async (_, lines, message) => {
    expect((await load(HEAD, ...lines)).refused).toContainEqual(expect.stringMatching(message));
  });
});

describe('the other CCG figures', () => {
  const HEAD =
    'ccg_code,ons_code,ccg_name,metric_id,metric_name,period,numerator,denominator,value,ci_lower,ci_upper,unit,source,note';
  const survival = CODES.map((code) => {
    const note = code === '13T' ? '; 13T = weighted mean of 00F,00G,00H (derived)' : '';
    return `${code},E,N,SURV1YR,S,2011 (diagnoses; inferred),,,69.77,,,%,s,"England 68.2 in same source app${note}"`;
  });
  const mortality = CODES.map(
    (code) =>
      `${code},E,N,U75_CANCER_MORT,M,2012 (inferred; NHS Choices Feb 2014),,,118.33,,,r,s,${code === '13T' ? '13T derived' : ''}`,
  );
  const rows = [...survival, ...mortality];

  test('have inferred periods, 13T as somebody else derived it, and England of the release apart', async () => {
    await load(HEAD, ...rows);
    const other = folder.table('other.csv');
    expect(other).toHaveLength(2 * 209 + 1);
    expect(other.find(({ area }) => area === '02N')).toMatchObject({
      period: '2011',
      status: 'inferred-period',
    });
    for (const row of other.filter(({ area }) => area === '13T'))
      expect(row).toMatchObject({
        status: 'derived',
        note: expect.stringContaining('not published for this CCG'),
      });
    expect(other.filter(({ area }) => area === 'england')).toEqual([
      expect.objectContaining({ grp: 'release:2013-12', value: '68.2', status: 'inferred-period' }),
    ]);
  });

  test('leave the waits without counts and the rest, each with its reason', async () => {
    const more = ['STAGE12', 'CRUK_2WW', 'CRUK_62D', 'CRUK_DIAG6W', 'QOF_CANCER_PREV', 'IMD2015_SCORE'];
    const { said } = await load(HEAD, ...rows, ...more.map((id) => `02N,E,N,${id},S,2013,,,1,,,%,s,`));
    expect(folder.table('other.csv')).toHaveLength(419);
    for (const id of more) expect(said.join('\n')).toMatch(new RegExp(`left   1 rows of ${id}: \\w+`));
    expect(said.join('\n')).toContain('CRUK_62D: percentages without counts, of a year that was inferred');
  });

  test.each([
    ['an unknown figure', [...rows, '02N,E,N,NEW,S,2013,,,1,,,%,s,'], /row 420: unknown metric_id NEW/],
    [
      'a year not marked inferred',
      rows.with(0, (rows[0] ?? '').replace('2011 (diagnoses; inferred)', '2011')),
      /row 2: SURV1YR is for "2011"/,
    ],
    [
      'no number',
      rows.with(0, (rows[0] ?? '').replace('69.77', '*')),
      /row 2: SURV1YR of .* is "\*"; expected a number/,
    ],
    ['a CCG missing', rows.slice(1), /208 CCGs of SURV1YR; expected 209/],
  ])('are refused with %s', async (_, lines, message) => {
    expect((await load(HEAD, ...lines)).refused).toContainEqual(expect.stringMatching(message));
  });
});
