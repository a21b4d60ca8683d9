import './style.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Groups, KindOfGroup } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { formatValue } from '../../../data/text/format.ts';
import { groupsHeading, groupsNotes, notPublishedWords } from '../../../data/text/groups.ts';
import { briefName, periodBrief } from '../../../data/text/words.ts';
import { groupsQuery } from '../../api.ts';
import { CompareIntervals } from '../../charts/compare/CompareIntervals.tsx';
import { sentences } from '../../charts/kit/words.ts';
import { Choice } from '../Choice.tsx';
import { aboutFile, DataTable } from '../DataTable.tsx';
import { Picture } from '../Picture.tsx';
import { Section } from '../Section.tsx';
import { Refused, Waiting } from '../states.tsx';
import { groupColumns, rowOf } from './rows.tsx';

type Props = {
  metric: MetricId;
  area: string;
  period: string;
  /** What tells the groups apart; empty: the first kind that there is. */
  by: string;
  onBy: (kind: string) => void;
  /** How the area is chosen, where the page lets it be. */
  children?: ReactNode;
};

/** How the groups of patients of an area differ: by cancer type, route, treatment or sex, the largest gaps first. */
export function GroupsSection({ metric, area, period, by, onBy, children }: Props) {
  const { data, error, refetch } = useQuery(groupsQuery({ metric, area, period }));
  const kind = data?.kinds.find((each) => each.kind === by) ?? data?.kinds[0];
  const { label } = metricOf(metric);
  const whose = data ? `, ${data.area.name}, ${periodBrief(data.period ?? period)}` : '';
  return (
    <Section
      id="groups"
      subject={`Which patients? ${label} by group${whose}`}
      title={data ? groupsHeading(data, kind) : 'Groups of patients'}
    >
      <div className="groups-choices">
        {children}
        {data && data.kinds.length > 1 && kind && (
          <Choice
            label="Groups by"
            options={data.kinds.map((each) => ({ id: each.kind, name: each.label }))}
            value={kind.kind}
            onChange={onBy}
          />
        )}
      </div>
      {error ? (
        <Refused failure={error} again={refetch} />
      ) : !data ? (
        <Waiting what="the groups of patients" />
      ) : kind ? (
        <Kind groups={data} kind={kind} asked={period} />
      ) : (
        <p className="prose">{data.reason}</p>
      )}
      {data && <p className="prose quiet">{notPublishedWords(data)}</p>}
    </Section>
  );
}

type KindProps = { groups: Groups; kind: KindOfGroup; asked: string };

function Kind({ groups, kind, asked }: KindProps) {
  const { query, area, against, all } = groups;
  const metric = metricOf(query.metric);
  const period = groups.period ?? asked;
  const title = `${metric.label} by ${kind.label.toLowerCase()}: ${briefName(area.name)}, ${periodBrief(period)}`;
  const rows = kind.groups.map(rowOf);
  const isEngland = area.level === 'england';
  const beside = new Map(
    isEngland
      ? []
      : kind.groups.flatMap(({ group, benchmark }) =>
          benchmark?.value == null ? [] : [[group, benchmark.value] as const],
        ),
  );
  return (
    <>
      <p className="prose">{sentences(groupsNotes(groups, kind, asked))}</p>
      <Picture
        chart={(width) => (
          <CompareIntervals
            rows={rows}
            total={null}
            spec={{
              metric,
              width,
              title,
              against,
              beside,
              lines:
                all?.value == null
                  ? []
                  : [
                      {
                        kind: 'england',
                        value: all.value,
                        text: `All patients ${formatValue(metric, all.value)}`,
                      },
                    ],
            }}
          />
        )}
        className="picture card groups"
        table={
          <DataTable
            label={title}
            columns={groupColumns(metric, groups, kind.groups)}
            rows={kind.groups}
            keyOf={({ group }) => group}
            file={{
              name: [query.metric, period, area.name, kind.label, groups.dataVersion],
              about: aboutFile(
                query.metric,
                period,
                { area: area.area, area_name: area.name, compared_with: against },
                groups,
              ),
            }}
            empty="No figures."
          />
        }
        use={null}
      >
        {beside.size > 0 && (
          <p className="quiet">Upright bar: the same group in England. Whisker: 95% interval.</p>
        )}
      </Picture>
    </>
  );
}
