import { useQuery } from '@tanstack/react-query';
import type { Snapshot } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { formatValue } from '../../../data/text/format.ts';
import { earlyBounds, type Staged, stageSentences } from '../../../data/text/stage.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { snapshotQuery } from '../../api.ts';
import { type Column, numberColumn } from '../../charts/kit/columns.ts';
import { aboutFile, DataTable, TableTwin } from '../../ui/DataTable.tsx';
import { Section } from '../../ui/Section.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import type { Shown } from './shown.ts';

const EARLY = 'early-stage-of-staged';
const COMPLETE = 'stage-complete';

type Counted = { area: string; name: string; numerator: number | null; denominator: number | null };
type Row = Staged & { area: string; name: string; allLate: number; allEarly: number };

/** A share of staged cancers beside the share that was staged, and what the first could be; nothing for other metrics. */
export function StagePair(shown: Shown) {
  const { page, snapshot } = shown;
  const isPair = page.metric === EARLY || page.metric === COMPLETE;
  const { period, level } = snapshot.query;
  const asked = (metric: MetricId) => ({ ...snapshotQuery({ metric, period, level }), enabled: isPair });
  const early = useQuery(asked(EARLY));
  const complete = useQuery(asked(COMPLETE));
  if (!isPair) return null;
  const error = early.error ?? complete.error;
  const rows = early.data && complete.data ? rowsOf(early.data, complete.data) : null;
  return (
    <Section
      id="stage-pair"
      subject={`Read together: ${metricOf(EARLY).label} and ${metricOf(COMPLETE).label}, ${periodBrief(period)}`}
      title="What the cancers without a stage leave open"
    >
      {error ? (
        <Refused failure={error} again={() => Promise.all([early.refetch(), complete.refetch()])} />
      ) : rows ? (
        <Pair shown={shown} rows={rows} />
      ) : (
        <Waiting what="both shares" />
      )}
    </Section>
  );
}

function Pair({ shown: { page, metric, snapshot, spread }, rows }: { shown: Shown; rows: readonly Row[] }) {
  const { period, level } = snapshot.query;
  const label = `Early and staged by ${areasNoun(level, 1)}, ${periodBrief(period)}`;
  const told = rows.filter(({ area }) => area === 'england' || area === page.area);
  return (
    <>
      {told.map((row) => (
        <p key={row.area} className="prose">
          {stageSentences(row.name, row).join(' ')}
        </p>
      ))}
      <p className="prose">
        <b>{metricOf(EARLY).cautions[0]}</b>
      </p>
      <div className="picture card">
        <TableTwin>
          <DataTable
            label={label}
            columns={COLUMNS}
            rows={rows}
            keyOf={({ area }) => area}
            file={{
              name: [page.metric, period, areasNoun(level, 2), 'early and staged', spread.dataVersion],
              about: aboutFile(page.metric, period, { level }, spread),
            }}
            empty={`No ${areasNoun(level, 1)} has counts of ${metric.label}.`}
            chosen={page.area}
          />
        </TableTwin>
      </div>
    </>
  );
}

const share = (value: number) => formatValue(metricOf(EARLY), value);

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'area_name',
    head: 'Area',
    value: ({ name }) => name,
    parts: [
      { id: 'area', value: ({ area }) => area },
      { id: 'area_name', value: ({ name }) => name },
    ],
  },
  numberColumn(
    'early_of_staged',
    'Early, of staged',
    ({ early, staged }) => (staged === 0 ? null : early / staged),
    share,
  ),
  numberColumn('staged_of_all', 'Staged, of all', ({ staged, all }) => staged / all, share),
  numberColumn('early_if_unstaged_late', 'If unstaged late', ({ allLate }) => allLate, share),
  numberColumn('early_if_unstaged_early', 'If unstaged early', ({ allEarly }) => allEarly, share),
];

/** England first, then every area with both figures, with what the share found early could be at least and at most. */
function rowsOf(early: Snapshot, complete: Snapshot): Row[] {
  const counted = ({ benchmark, areas }: Snapshot): Counted[] => [
    ...(benchmark ? [benchmark] : []),
    ...areas,
  ];
  const earlyOf = new Map(counted(early).map((each) => [each.area, each.numerator]));
  return counted(complete).flatMap(({ area, name, numerator: staged, denominator: all }) => {
    const found = earlyOf.get(area) ?? null;
    if (found === null || staged === null || all === null || all === 0) return [];
    const counts = { early: found, staged, all };
    return [{ area, name, ...counts, ...earlyBounds(counts) }];
  });
}
