import type { ChartId } from '../contract/index.ts';
import { DEFAULTS } from './choices.ts';
import { type AsAt, address } from './view.ts';

/** The address of a chart outside its page, as a drawing, a picture or its numbers; what is empty is left out. */
export const chartUrl = (
  chart: ChartId,
  format: 'svg' | 'png' | 'csv',
  asked: Readonly<Record<string, string | undefined>>,
): string => {
  const given = Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return address(`/api/chart/${chart}.${format}`, Object.fromEntries(given), DEFAULTS);
};

/** The address of an area's board pack or workbook, as at a period (empty: the latest); no slides named: all of them. */
export const packUrl = (ending: 'pptx' | 'xlsx', { area, period }: AsAt, slides: readonly string[] = []) =>
  address(
    `/api/pack/${encodeURIComponent(area)}.${ending}`,
    { ...(period === '' ? {} : { period }), ...(slides.length > 0 ? { slides: slides.join(',') } : {}) },
    DEFAULTS,
  ).replaceAll('%2C', ',');

/** The address of a file of the dataset, narrowed by what is not empty. */
export const downloadUrl = (file: string, filters: Readonly<Record<string, string>>): string =>
  address(
    `/api/download/${file}`,
    Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== '')),
    {},
  );
