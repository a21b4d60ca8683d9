import type { Metric } from '../../../data/metrics/types.ts';
import { PALETTE } from '../../../data/palette.ts';
import { formatRound } from '../../../data/text/format.ts';
import { titleHeight } from '../kit/ChartFrame.tsx';
import { shortName } from '../kit/chartWords.ts';
import { wrap } from '../kit/labels.ts';
import { periodMark } from '../kit/overTime.ts';
import { type Frame, pixel, scaleOf, valueAxis } from '../kit/plane.ts';
import { type CompareSeries, lineStyle } from './lines.ts';

export type CompareLinesSpec = { metric: Metric; width: number; title: string; illustrative: boolean };

const LABEL = 18;

/** Where lines of areas over time are drawn, with the names at their ends; `picked`: the area picked out, or empty. */
export function comparePlane(series: CompareSeries, spec: CompareLinesSpec, picked: string) {
  const { metric, width, title, illustrative } = spec;
  const { periods, lines, target, marks } = series;
  const narrow = width < 520;
  const room = narrow ? 13 : 26;
  const named = narrow && lines.length > 8;
  const labels = lines.flatMap(({ area, name, values, level }, index) => {
    const value = values.findLast((each) => each !== null);
    if (value === undefined || value === null) return [];
    const aside = picked !== '' && picked !== area;
    const text = named && level === 'ccg' ? area : shortName(name);
    return [
      {
        text,
        value,
        bold: picked === area,
        colour: aside ? PALETTE.secondary : lineStyle(index, area).stroke,
      },
    ];
  });
  const aim = target.findLast((value) => value !== null);
  if (aim !== undefined && aim !== null)
    labels.push({
      text: `Target ${formatRound(metric, aim)}`,
      value: aim,
      bold: false,
      colour: PALETTE.target,
    });
  const needed = labels.reduce((sum, { text }) => sum + 16 * wrap(text, room).length + 2, 0);
  const top = titleHeight(title, width, illustrative) + 46;
  const height = top + Math.max(narrow ? 240 : 320, needed + LABEL) + 30;
  const frame: Frame = { left: 56, right: width - (narrow ? 104 : 206), top, bottom: height - 30 };
  const span = Math.max(1, periods.length - 1);
  const x = (index: number) => pixel(frame.left + 6 + ((frame.right - frame.left - 12) * index) / span);
  const axis = valueAxis(metric, [...lines.flatMap(({ values }) => values), ...target], 8);
  const y = scaleOf('linear', axis.ends, [frame.bottom, frame.top], axis.ticks);
  const half = span > 1 ? (x(1) - x(0)) / 2 : 0;
  const breaks = marks.map(({ at, period }) => ({
    at: pixel(x(at) - half),
    text: `Break, ${periodMark(period)}`,
  }));
  return {
    frame,
    height,
    x,
    y,
    breaks,
    room,
    labels: labels.map((label) => ({ ...label, at: y.at(label.value) })),
  };
}
