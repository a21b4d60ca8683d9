import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { Trend } from '../../../data/contract.ts';
import { formatValue } from '../../../data/format.ts';
import { type Metric, metric as metricOf } from '../../../data/metrics.ts';
import type { Grain } from '../../../data/periods.ts';
import { briefName, periodBrief } from '../../../data/words/figure.ts';
import { trendQuery } from '../../api.ts';
import { AllianceLines } from '../../charts/AllianceLines.tsx';
import { type Column, DataTable } from '../DataTable.tsx';
import { Measured } from '../metric/Measured.tsx';
import { Twin } from '../metric/Twin.tsx';
import { Refused, Waiting } from '../states.tsx';
import { type Board, useScorecard } from './useBoard.ts';

type Props = { board: Board; grain: Grain };

/** All CCGs of the Alliance over time: those of Annex i, and those of the period shown that came from them. */
export function LinesPanel({ board, grain }: Props) {
  const { alliance, view, go } = board;
  const { data: card } = useScorecard(board);
  const [pointed, setPointed] = useState('');
  const ids = [alliance.area, ...new Set([...alliance.ccgs, ...(card?.rows ?? []).map(({ area }) => area)])];
  const answers = useQueries({
    queries: ids.map((area) => trendQuery({ metric: view.metric, area, grain, group: 'all' })),
  });
  const [own, ...others] = answers;
  const whole = own?.data;
  if (own?.error) return <Refused failure={own.error} again={own.refetch} />;
  const ready = answers.filter(({ isPending }) => !isPending).length;
  if (!whole || ready < answers.length)
    return <Waiting what={`its CCGs over time: ${ready} of ${answers.length}`} />;
  const ccgs = others.flatMap(({ data }) => (data?.points.some(({ value }) => value !== null) ? [data] : []));
  const lines = ccgs.map(({ area, points }) => ({ ...area, points }));
  const metric = metricOf(view.metric);
  const title = `${metric.label}: the CCGs of ${alliance.name}`;
  const known = lines.some(({ area }) => area === view.area) ? view.area : '';
  return (
    <div className="picture card lines">
      <Measured>
        {(width) => (
          <AllianceLines
            lines={lines}
            alliance={{ ...whole.area, points: whole.points }}
            england={whole.benchmark}
            targets={whole.targets}
            breaks={whole.breaks}
            metric={metric}
            width={width}
            title={title}
            illustrative={whole.illustrative}
            picked={pointed || known}
            onPoint={setPointed}
          />
        )}
      </Measured>
      <p className="note">
        Grey: a CCG each. Point at a line, or choose a CCG, to see which it is. A line that ends or begins is
        a CCG that merged.
      </p>
      <ul className="pick">
        {lines.map(({ area, name }) => (
          <li key={area}>
            <button
              type="button"
              aria-pressed={area === known}
              data-pointed={area === pointed || undefined}
              onClick={() => go({ area: area === known ? '' : area })}
              onFocus={() => setPointed(area)}
              onBlur={() => setPointed('')}
              onPointerEnter={() => setPointed(area)}
              onPointerLeave={() => setPointed('')}
            >
              {briefName(name)}
            </button>
          </li>
        ))}
      </ul>
      <Twin>
        <LinesTable trends={[whole, ...ccgs]} metric={metric} title={title} />
      </Twin>
    </div>
  );
}

type Row = { period: string; values: ReadonlyMap<string, number | null> };

function LinesTable({ trends, metric, title }: { trends: readonly Trend[]; metric: Metric; title: string }) {
  const [whole] = trends;
  if (!whole) return null;
  const rows = whole.points
    .map(
      ({ period }): Row => ({
        period,
        values: new Map(
          trends.map(({ area, points }) => [
            area.area,
            points.find((point) => point.period === period)?.value ?? null,
          ]),
        ),
      }),
    )
    .reverse();
  const columns: Column<Row>[] = [
    {
      id: 'period',
      head: 'Period',
      value: ({ period }) => period,
      shown: ({ period }) => periodBrief(period),
    },
    ...trends.map(
      ({ area: { area, name } }): Column<Row> => ({
        id: area,
        head: briefName(name),
        number: true,
        value: ({ values }) => values.get(area) ?? null,
        shown: ({ values }) => {
          const value = values.get(area) ?? null;
          return value === null ? null : formatValue(metric, value);
        },
      }),
    ),
  ];
  return (
    <DataTable
      label={title}
      columns={columns}
      rows={rows}
      keyOf={({ period }) => period}
      file={{
        name: [whole.query.metric, whole.area.name, 'ccgs over time', whole.dataVersion],
        about: { metric: whole.query.metric, data_version: whole.dataVersion },
      }}
      empty="No figures."
    />
  );
}
