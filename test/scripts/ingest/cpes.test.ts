import { describe, expect, test } from 'vitest';
import { workFolder } from './folder.ts';

const folder = workFolder();
const load = (...lines: string[]) => folder.load(folder.put('cpes.csv', `${lines.join('\r\n')}\r\n`));

const HEAD =
  'Geog,Trust.Code,Trust.Name,Year,Gender,IMD,Cancer.Type,Question.Number,Question.Text,adjusted.unadjusted.yearonyear,Number.of.responses,scored.percentage,Lower.95..confidence.interval,Upper.95..confidence.interval,Performance.Rating,Performance,Expected.Range..lower.,Expected.Range..upper.,Significant.Change.2017.2018,SignificantChangeOverallyears,Significance.test';

const RATING = 'Q59,"Overall, how would you rate your care?"';
const PLAN = 'Q55,Have you been given a care plan?';

/** A row of the tables: England rated 8.8 by 100 people, but for what is given. */
const row = ({
  area = 'National,National,England',
  year = '2018',
  question = RATING,
  kind = 'unadjusted',
  respondents = '100.0',
  score = '8.8',
  interval = '8.7,8.9',
  expected = ',,,',
} = {}) =>
  `${area},${year},Both,All,All Cancers,${question},${kind},${respondents},${score},${interval},${expected},,,`;

describe('the Cancer Patient Experience Survey', () => {
  test('gives scores with respondents and interval; a percentage stays a share, without a count', async () => {
    const { refused } = await load(
      HEAD,
      row(),
      row({ area: 'CCG,02W,NHS Bradford City CCG', respondents: '15.0', score: '', interval: ',' }),
      row({ area: 'CCG,00C,NHS Darlington CCG', question: PLAN, score: '37.0', interval: '29.0,47.0' }),
    );
    expect(refused).toEqual([]);
    const other = folder.table('other.csv');
    expect(other.find(({ area }) => area === 'england')).toMatchObject({
      metric: 'patient-experience',
      value: '8.8',
      denominator: '100',
      numerator: '',
      lower: '8.7',
      upper: '8.9',
    });
    expect(other.find(({ area }) => area === '02W')).toMatchObject({
      value: '',
      status: 'suppressed',
      note: 'Withheld by the publisher: 15 people answered.',
    });
    expect(other.find(({ area }) => area === '00C')).toMatchObject({
      metric: 'care-plan',
      value: '0.37',
      numerator: '',
    });
  });

  test('keeps the adjusted score apart, with the publisher’s range and verdict', async () => {
    const expected = ',Adjusted Score below Expected Lower Range,8.65,8.95';
    await load(
      HEAD,
      row(),
      row({ area: 'CCG,00C,NHS Darlington CCG', kind: 'adjusted', score: '8.6', expected }),
    );
    expect(folder.table('other.csv')).toHaveLength(1);
    expect(folder.table('expected.csv')).toEqual([
      expect.objectContaining({ area: '00C', value: '8.6', expected_lower: '8.65', verdict: 'below' }),
    ]);
  });

  test('a year before 2018 stands on the CCGs of April 2018, and says so', async () => {
    const { refused } = await load(
      HEAD,
      row({
        area: 'CCG,15E,NHS Birmingham and Solihull CCG',
        year: '2016',
        kind: 'yearonyear',
        interval: ',',
      }),
    );
    expect(refused).toEqual([]);
    expect(folder.table('other.csv')[0]?.note).toMatch(/on the CCGs of April 2018/);
  });

  test.each([
    [
      'another year’s questions',
      row({ question: 'Q59,How easy was it to park?' }),
      /row 2: Q59 reads "How easy was it to park\?".*another year's survey/,
    ],
    [
      'respondents without a score',
      row({ respondents: '21.0', score: '', interval: ',' }),
      /row 2: 21 respondents and no score; a score is withheld for 1 to 20 alone/,
    ],
    [
      'a score without respondents',
      row({ respondents: '' }),
      /row 2: a score and no number of respondents; expected both/,
    ],
    ['a year that was not asked', row({ year: '2019' }), /row 2: the year is "2019"; expected 2015 to 2018/],
    [
      'a CCG that is not one',
      row({ area: 'CCG,ZZ9,Nowhere' }),
      /row 2: unknown area ZZ9 \(Nowhere\); expected a CCG of April 2018/,
    ],
    [
      'an adjusted score without the publisher’s verdict',
      row({ kind: 'adjusted' }),
      /row 2: the adjusted score has the verdict ""/,
    ],
  ])('is refused with %s', async (_what, line, message) => {
    const { refused, read } = await load(HEAD, line);
    expect(read).toEqual([]);
    expect(refused).toContainEqual(expect.stringMatching(message));
  });

  test('is refused with a figure twice', async () => {
    const { refused } = await load(HEAD, row(), row());
    expect(refused).toContainEqual(
      expect.stringMatching(/row 3: patient-experience england 2018 all .* again/),
    );
  });
});
