import { metric as metricOf } from '../../../data/metrics.ts';
import { compareEnds } from '../../../data/words/compare.ts';
import { periodBrief } from '../../../data/words/figure.ts';
import { CompareIntervals } from '../../charts/CompareIntervals.tsx';
import { referencesOf } from '../../charts/chartWords.ts';
import { DataTable } from '../DataTable.tsx';
import { Measured } from '../metric/Measured.tsx';
import { sentences } from '../metric/notes.ts';
import { Section } from '../metric/Section.tsx';
import { compareColumns } from './compareColumns.tsx';
import { fileOf } from './fileOf.ts';
import { groupWords } from './group.ts';
import type { Place } from './places.ts';
import type { Compared } from './useCompared.ts';

type Props = { compared: Compared; chosen: readonly Place[] };

/** Every chosen area with its interval on one axis, and the table with its counts, comparison, verdict and rank. */
export function Values({ compared, chosen }: Props) {
  const { view, rows, total, totalReason, group, benchmark, against, target, illustrative } = compared;
  const metric = metricOf(view.metric);
  const sure = rows.some(({ lower }) => lower !== null) ? ' with 95% intervals' : '';
  const title = `${metric.label}, ${periodBrief(view.period)}${sure}`;
  const figures = rows.filter(({ value }) => value !== null).length;
  const heading = illustrative
    ? 'In the order chosen: illustrative figures are not ranked'
    : compareEnds(metric, rows) || 'Side by side';
  return (
    <Section id="values" subject={`Where does each area stand? ${title}`} title={heading}>
      {!illustrative && (
        <p className="prose">
          Compared with {against}, judged by {view.confidence}% intervals: an area differs where its interval
          leaves out the figure it is compared with.
        </p>
      )}
      {view.group !== '' && !illustrative && (
        <p className="prose" data-testid="total-words">
          {total ? sentences([groupWords(group, chosen), ...total.notes]) : totalReason}
        </p>
      )}
      <div className="picture card">
        {figures > 0 && (
          <Measured>
            {(width) => (
              <CompareIntervals
                rows={rows}
                total={total}
                spec={{
                  metric,
                  width,
                  title,
                  lines: referencesOf(metric, { benchmark, target }),
                  against,
                  illustrative,
                }}
              />
            )}
          </Measured>
        )}
        <DataTable
          label={`${title}: the chosen areas`}
          columns={compareColumns(metric, compared)}
          rows={total ? [...rows, total] : rows}
          keyOf={({ area }) => area}
          file={fileOf(view, `areas against ${against}`, compared.dataVersion, illustrative)}
          empty="No areas."
        />
      </div>
    </Section>
  );
}
