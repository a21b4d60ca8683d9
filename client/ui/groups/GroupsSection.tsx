import './style.css';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import type { Groups, KindOfGroup } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { groupsHeading, groupsNotes, notPublishedWords } from '../../../data/text/groups.ts';
import { periodBrief } from '../../../data/text/words.ts';
import { groupsQuery } from '../../api.ts';
import { Bars } from '../../charts/bars/Bars.tsx';
import { BESIDE_NOTE, besideOf, groupBars, groupsTitle } from '../../charts/groups/bars.ts';
import { groupColumns } from '../../charts/groups/columns.tsx';
import { sentences } from '../../charts/kit/words.ts';
import { Choice } from '../Choice.tsx';
import { aboutFile, DataTable } from '../DataTable.tsx';
import { Picture } from '../Picture.tsx';
import { Section } from '../Section.tsx';
import { Refused, Waiting } from '../states.tsx';
import { UseChart } from '../UseChart.tsx';

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
  const { query, area, against } = groups;
  const metric = metricOf(query.metric);
  const period = groups.period ?? asked;
  const title = groupsTitle(groups, kind, asked);
  const description = useMemo(() => groupBars(groups, kind, title), [groups, kind, title]);
  return (
    <>
      <p className="prose">{sentences(groupsNotes(groups, kind, asked))}</p>
      <Picture
        chart={(width) => <Bars description={description} width={width} />}
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
        use={
          <UseChart
            chart="groups"
            query={{ metric: query.metric, area: area.area, period, by: kind.kind }}
            of={title}
          />
        }
      >
        {besideOf(groups, kind).size > 0 && <p className="quiet">{BESIDE_NOTE}</p>}
      </Picture>
    </>
  );
}
