import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import type { Grain } from '../../../data/periods.ts';
import { briefName } from '../../../data/text/figure.ts';
import { trendQuery } from '../../api.ts';
import { AllianceLines } from '../../charts/alliance-lines/AllianceLines.tsx';
import {
  ccgsOverTime,
  hasFigures,
  LINES_NOTE,
  lineOf,
  linesTwin,
} from '../../charts/alliance-lines/ccgLines.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Measured } from '../../ui/Measured.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { Twin } from '../../ui/TableTwin.tsx';
import { UseChart } from '../../ui/UseChart.tsx';
import type { Board } from './useBoard.ts';

type Props = { board: Board; grain: Grain };

/** All CCGs of the Alliance over time: those of Annex i, and those that came from them. */
export function LinesPanel({ board, grain }: Props) {
  const { alliance, areas, view, go } = board;
  const [pointed, setPointed] = useState('');
  const ids = [alliance.area, ...ccgsOverTime(alliance, areas)];
  const answers = useQueries({
    queries: ids.map((area) => trendQuery({ metric: view.metric, area, grain, group: 'all' })),
  });
  const [own, ...others] = answers;
  const whole = own?.data;
  if (own?.error) return <Refused failure={own.error} again={own.refetch} />;
  const ready = answers.filter(({ isPending }) => !isPending).length;
  if (!whole || ready < answers.length)
    return <Waiting what={`its CCGs over time: ${ready} of ${answers.length}`} />;
  const ccgs = others.flatMap(({ data }) => (data && hasFigures(data) ? [data] : []));
  const lines = ccgs.map(lineOf);
  const metric = metricOf(view.metric);
  const title = `${metric.label}: the CCGs of ${alliance.name}`;
  const known = lines.some(({ area }) => area === view.area) ? view.area : '';
  return (
    <div className="picture card lines">
      <Measured>
        {(width) => (
          <AllianceLines
            lines={lines}
            alliance={lineOf(whole)}
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
      <p className="note">{LINES_NOTE} Point at a line, or choose a CCG, to see which it is.</p>
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
        <DataTable
          label={title}
          {...linesTwin(whole, ccgs, metric)}
          keyOf={({ period }) => period}
          file={{
            name: [view.metric, whole.area.name, 'ccgs over time', whole.dataVersion],
            about: { metric: view.metric, data_version: whole.dataVersion },
          }}
          empty="No figures."
        />
      </Twin>
      <UseChart
        chart="alliance-lines"
        asked={{ alliance: alliance.area, metric: view.metric, grain, area: known }}
        of={title}
      />
    </div>
  );
}
