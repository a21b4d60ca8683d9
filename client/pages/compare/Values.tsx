import { useMemo } from 'react';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { referencesOf } from '../../../data/text/references.ts';
import { periodBrief } from '../../../data/text/words.ts';
import { Bars } from '../../charts/bars/Bars.tsx';
import { intervalBars } from '../../charts/compare/bars.ts';
import { compareColumns } from '../../charts/compare/columns.tsx';
import type { Compared } from '../../charts/compare/compared.ts';
import { comparedWords } from '../../charts/compare/index.tsx';
import type { Place } from '../../charts/compare/places.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Measured } from '../../ui/Measured.tsx';
import { Section } from '../../ui/Section.tsx';
import { UseChart } from '../../ui/UseChart.tsx';
import { chartQuery, fileOf } from './files.ts';

type Props = { compared: Compared; chosen: readonly Place[] };

/** Every chosen area with its interval on one axis, and the table with its counts, comparison, verdict and rank. */
export function Values({ compared, chosen }: Props) {
  const { view, rows, total, benchmark, against, target } = compared;
  const metric = metricOf(view.metric);
  const sure = rows.some(({ lower }) => lower !== null) ? ' with 95% intervals' : '';
  const title = `${metric.label}, ${periodBrief(view.period)}${sure}`;
  const figures = rows.filter(({ value }) => value !== null).length;
  const words = comparedWords(compared, chosen);
  const description = useMemo(
    () =>
      intervalBars(rows, total, {
        metric,
        title,
        lines: referencesOf(metric, { benchmark, target }),
        against,
      }),
    [rows, total, metric, title, benchmark, target, against],
  );
  return (
    <Section
      id="values"
      subject={`Where does each area stand? ${title}`}
      title={words.heading}
      method="intervals"
    >
      {words.method && <p className="prose">{words.method}</p>}
      {words.total && (
        <p className="prose" data-testid="total-words">
          {words.total}
        </p>
      )}
      <div className="picture card">
        {figures > 0 && (
          <Measured>{(width) => <Bars areas description={description} width={width} />}</Measured>
        )}
        <DataTable
          label={`${title}: the chosen areas`}
          columns={compareColumns(metric, compared)}
          rows={total ? [...rows, total] : rows}
          keyOf={({ area }) => area}
          areas="rows"
          file={fileOf(view, `areas against ${against}`, compared)}
          empty="No areas."
        />
        {figures > 0 && (
          <UseChart chart="compare" query={chartQuery(view, chosen)} of={`${title}: the chosen areas`} />
        )}
      </div>
    </Section>
  );
}
