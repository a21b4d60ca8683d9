import type { ProgressRow } from '../../../data/contract/progress.ts';
import { PALETTE } from '../../../data/palette.ts';
import { REFERENCE } from '../kit/Axes.tsx';
import type { LegendEntry } from '../kit/ChartLegend.tsx';

/** How paths are to be read; each sign is drawn as it is in them. */
export const PATH_KEY: readonly LegendEntry[] = [
  {
    text: 'Figure with its 95% interval; those joined are the ones a pace is read from',
    swatch: (
      <>
        <path d="M0 -8V8" stroke={PALETTE.area} strokeWidth={1.5} />
        <circle r={3.2} fill={PALETTE.area} />
      </>
    ),
  },
  {
    text: 'Straight path to the target',
    swatch: <path d="M-14 0H14" {...REFERENCE.target} />,
  },
  {
    text: 'At the pace seen, with its 95% band',
    swatch: (
      <>
        <path d="M-14 0L14 -6V6Z" fill={PALETTE.area} fillOpacity={0.12} />
        <path d="M-14 0H14" stroke={PALETTE.area} strokeWidth={1.5} strokeDasharray="6 4" />
      </>
    ),
  },
];

/** The signs that some paths hold. */
export const pathKey = (paths: readonly ProgressRow['path'][]): readonly LegendEntry[] =>
  PATH_KEY.filter((_, index) =>
    paths.some(({ points, target, projection }) => [points, target, projection][index]?.length),
  );
