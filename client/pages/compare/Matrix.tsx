import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Profile, ProfileRow } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { COMPARISON_WORDS, GLYPHS } from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import { byLetters } from '../../../data/text/order.ts';
import { briefName, periodBrief } from '../../../data/text/words.ts';
import { profileQuery } from '../../api.ts';
import type { Place } from '../../charts/compare/places.ts';
import type { Column } from '../../charts/kit/columns.ts';
import { useLookedAt } from '../../ui/AreaLink.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Section } from '../../ui/Section.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { WhereFrom } from '../../ui/WhereFrom.tsx';
import type { CompareView } from '../../url.ts';
import { metricAtUrl } from '../../url.ts';

type Props = { view: CompareView; chosen: readonly Place[]; benchmark: string };

/** Every measure for every chosen area, asked for when it is opened. */
export function Matrix(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Section id="matrix" subject="What else? Every metric for these areas" title="Beyond this one metric">
      <details className="card matrix" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary data-testid="open-matrix">Show every metric, as at {periodBrief(props.view.period)}</summary>
        {open && <Opened {...props} />}
      </details>
    </Section>
  );
}

function Opened({ view, chosen, benchmark }: Props) {
  const { period, confidence } = view;
  const { profiles, waiting, error, again } = useQueries({
    queries: chosen.map(({ area }) => profileQuery({ area, period, benchmark, confidence })),
    combine: (answers) => ({
      profiles: answers.flatMap(({ data }) => data ?? []),
      waiting: answers.some(({ isPending }) => isPending),
      error: answers.map((answer) => answer.error).find((each) => each !== null),
      again: () => answers.map((answer) => answer.refetch()),
    }),
  });
  const [first] = profiles;
  if (waiting) return <Waiting what="every metric" />;
  if (error || !first) return <Refused failure={error ?? new Error('No answer.')} again={again} />;
  const columns: Column<MatrixRow>[] = [
    {
      id: 'metric',
      head: 'Metric',
      value: ({ label }) => label,
      shown: ({ metric, label, period: own }) => <Name metric={metric} label={label} period={own} />,
      parts: [
        { id: 'metric', value: ({ metric }) => metric },
        { id: 'metric_name', value: ({ label }) => label },
        { id: 'unit', value: ({ metric }) => metricOf(metric).unit },
      ],
    },
    ...chosen.map(columnOf),
  ];
  return (
    <>
      <p className="note">
        Each figure is of the period under its metric’s name, or of the one written under it: where there is
        none, or the area had merged, the last before. Compared with {first.against}, judged by {confidence}%
        intervals.
      </p>
      <DataTable
        label="Every metric for the chosen areas"
        columns={columns}
        rows={matrixRows(profiles)}
        keyOf={({ metric }) => metric}
        areas="columns"
        file={{
          name: ['every metric', period, first.dataVersion],
          about: { as_at: period, compared_with: first.against, confidence, data_version: first.dataVersion },
        }}
        empty="None of these areas has a figure by this period."
      />
    </>
  );
}

const Name = ({ metric, label, period }: { metric: MetricId; label: string; period: string }) => (
  <>
    <Link href={metricAtUrl(metric, { ...useLookedAt(), period })}>{label}</Link>
    <span className="quiet block">{periodBrief(period)}</span>
  </>
);

function columnOf({ area, name }: Place): Column<MatrixRow> {
  const rowOf = ({ cells }: MatrixRow) => cells.get(area);
  return {
    id: area,
    head: briefName(name),
    number: true,
    value: (row) => rowOf(row)?.value ?? null,
    shown: (row) => {
      const own = rowOf(row);
      return own && own.value !== null ? (
        <Cell area={area} row={own} value={own.value} common={row.period} />
      ) : (
        <span className="quiet">No figure</span>
      );
    },
    parts: [
      { id: `${area}_value`, value: (row) => rowOf(row)?.value ?? null },
      { id: `${area}_period`, value: (row) => rowOf(row)?.period ?? null },
      { id: `${area}_comparison`, value: (row) => rowOf(row)?.comparison ?? null },
      { id: `${area}_status`, value: (row) => rowOf(row)?.status ?? null },
    ],
  };
}

type CellProps = { area: string; row: ProfileRow; value: number; common: string };

function Cell({ area, row, value, common }: CellProps) {
  const { comparison, metric, period } = row;
  const shown = <b>{formatValue(metricOf(metric), value)}</b>;
  return (
    <>
      {period === null ? (
        shown
      ) : (
        <WhereFrom metric={metric} area={area} period={period} of={row.label}>
          {shown}
        </WhereFrom>
      )}
      <span className={`compared block ${comparison}`}>
        <span aria-hidden="true">{GLYPHS[comparison]}</span> {COMPARISON_WORDS[comparison]}
      </span>
      {period !== null && period !== common && <span className="quiet block">{periodBrief(period)}</span>}
    </>
  );
}

/** One measure over all areas: each area's row, or nothing where its profile has none. */
type MatrixRow = {
  metric: MetricId;
  label: string;
  /** The period that most of the figures are of. */
  period: string;
  cells: ReadonlyMap<string, ProfileRow>;
};

/** The measures of several profiles, in the order of the first, each with the areas' rows; those without a figure left out. */
export function matrixRows(profiles: readonly Profile[]): MatrixRow[] {
  const metrics = new Map(profiles.flatMap(({ rows }) => rows.map(({ metric, label }) => [metric, label])));
  return [...metrics].flatMap(([metric, label]) => {
    const cells = new Map(
      profiles.flatMap(({ area, rows }) => {
        const row = rows.find((each) => each.metric === metric);
        return row ? [[area.area, row] as const] : [];
      }),
    );
    const periods = [...cells.values()].flatMap(({ period, value }) =>
      value === null || !period ? [] : period,
    );
    const [period] = periods.toSorted(
      (one, other) => count(periods, other) - count(periods, one) || byLetters(other, one),
    );
    return period === undefined ? [] : [{ metric, label, period, cells }];
  });
}

const count = (periods: readonly string[], period: string) =>
  periods.filter((each) => each === period).length;
