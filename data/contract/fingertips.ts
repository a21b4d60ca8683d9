import { type Static, Type } from 'typebox';
import { nullable } from './common.ts';

const text = (description: string) => Type.String({ description });
const number = (description: string) => nullable(Type.Number(), description);

const NOT_COMPARED = 'Not compared where either has no figure or no interval, or is of another publication';

/** A row in Fingertips' columns: proportions are per cent there. */
export const FingertipsRow = Type.Object({
  'Indicator ID': text('The metric’s id in this dashboard; it is none of Fingertips’ numbers'),
  'Indicator Name': text('The metric’s name'),
  'Parent Code': text('Of a CCG its Alliance, of other areas England; empty of a CCG in two Alliances'),
  'Parent Name': text('The parent’s name in the period'),
  'Area Code': text(
    'The ONS code of England and of the CCGs of December 2016; of other areas the id used here',
  ),
  'Area Name': text('The name the area had in the period'),
  'Area Type': text('What the area was in the period'),
  Sex: text('Persons: no figure is of one sex'),
  Age: text('The ages counted'),
  'Category Type': text('release, for England’s figure of the release that figures by CCG come from'),
  Category: text('That release'),
  'Time period': text('2013, 2013/14, 2013/14 Q1, Apr 2016 or 2012 - 14'),
  Value: number('The figure: per cent of a proportion, else in the metric’s own unit; empty in a gap'),
  'Lower CI 95.0 limit': number('Lower end of the 95% interval'),
  'Upper CI 95.0 limit': number('Upper end of the 95% interval'),
  'Lower CI 99.8 limit': number('Lower end of the 99.8% interval (Wilson), where counts are published'),
  'Upper CI 99.8 limit': number('Upper end of the 99.8% interval (Wilson), where counts are published'),
  Count: number('The numerator'),
  Denominator: number('The denominator'),
  'Value note': text('How a figure that is not the publisher’s own came to be; of a gap, its reason'),
  'Recent Trend': text('Always empty here: /api/trend tells the trend of a whole series'),
  'Compared to England value or percentiles': text(
    `Better, Similar or Worse, or Higher and Lower where no judgement is made: whether the 95% interval leaves England’s value out. ${NOT_COMPARED}`,
  ),
  'Compared to Cancer Alliance value or percentiles': text(
    `The same beside the Alliance of a CCG. ${NOT_COMPARED}`,
  ),
  'Time period Sortable': Type.Integer({ description: 'Year, quarter and month as YYYYQQMM' }),
  'New data': text('Always empty here'),
  'Compared to goal': text(
    'Better, Similar or Worse than the standard in force: whether the 95% interval lies on one side of it; empty where there is none',
  ),
});
export type FingertipsRow = Static<typeof FingertipsRow>;
