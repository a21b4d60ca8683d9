import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import type { Findings } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { monthsHeading, upTo } from '../../../data/text/trend.ts';
import { periodWords } from '../../../data/text/words.ts';
import { areasQuery, catalogueQuery, findingsQuery, trendQuery } from '../../api.ts';
import { hasFigures } from '../../charts/kit/overTime.ts';
import { trendFigure } from '../../charts/over-time/index.tsx';
import { OverTime } from '../../charts/over-time/OverTime.tsx';
import { Measured } from '../../ui/Measured.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { useExplored } from '../../ui/trend/useExplored.ts';
import { trendAsked } from './asks.ts';
import { type Board, Part } from './board.tsx';

/** How many findings are read at once; the others are unfolded. */
const FIRST = 3;

/** What to read first, beside the wait over time: the most telling finding large, two more, the others folded. */
export function AnswerPart(board: Board) {
  const { alliance, view } = board;
  const [path] = useLocation();
  const { data, error, refetch } = useQuery({
    ...findingsQuery({ area: alliance.area, period: view.period }),
    placeholderData: keepPreviousData,
  });
  const [first, ...others] = data?.findings ?? [];
  return (
    <div className="answer-and-trend">
      <Part id="findings" title={data ? `What it says, as at ${periodWords(data.period)}` : 'What it says'}>
        {error ? (
          <>
            <Refused failure={error} again={refetch} />
            {view.period !== '' && <Link href={path}>See its latest figures</Link>}
          </>
        ) : !data ? (
          <Waiting what="the findings" />
        ) : first === undefined ? (
          <p>Nothing can be said of it from the figures up to {periodWords(data.period)}.</p>
        ) : (
          <>
            <p className="answer">{first.text}</p>
            <Listed findings={others.slice(0, FIRST - 1)} />
            <details className="facts-behind entry">
              <summary>
                {others.length >= FIRST ? `${others.length - FIRST + 1} more, and where` : 'Where'} each
                number comes from
              </summary>
              <Listed findings={others.slice(FIRST - 1)} />
              <Facts findings={data.findings} />
            </details>
          </>
        )}
      </Part>
      <SmallTrend {...board} />
    </div>
  );
}

const Listed = ({ findings }: Pick<Findings, 'findings'>) =>
  findings.length === 0 ? null : (
    <ul className="findings">
      {findings.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  );

const Facts = ({ findings }: Pick<Findings, 'findings'>) => (
  <ul className="numbers-behind">
    {findings.map(({ id, text, facts }) => (
      <li key={id}>
        {text}{' '}
        {facts.map(({ shown, url, path }) => (
          <a key={`${url} ${path.join('.')}`} href={url} title={`${url}: ${path.join(', ')}`}>
            {shown}
          </a>
        ))}
      </li>
    ))}
  </ul>
);

/** How wide the drawing is in a window of 1,280 pixels, and how high. */
const SMALL = { width: 448, height: 264 };

/** The 62-day wait by the standard of the time, up to the page’s period, beside England and the standard. */
function SmallTrend({ alliance, view }: Board) {
  const { data: catalogue } = useQuery(catalogueQuery());
  const { data: areas } = useQuery(areasQuery());
  const explore = useExplored();
  const asked = catalogue ? trendAsked(alliance.area, view.period, catalogue) : null;
  const { data, error } = useQuery({
    ...trendQuery(asked ?? { metric: '62-day-wait', area: alliance.area, grain: 'month', group: 'all' }),
    enabled: asked !== null,
  });
  if (error || (catalogue && asked === null)) return null;
  if (!data)
    return (
      <div className="small-trend card">
        <Waiting what="the trend" />
      </div>
    );
  const trend = upTo(data, view.period);
  const metric = metricOf(trend.query.metric);
  return (
    <section className="small-trend card" aria-label="The trend in short">
      <h2>{monthsHeading(metric, trend, view.period)}</h2>
      {hasFigures(trend) && (
        <Measured large={SMALL.width}>
          {(width) => {
            const { description } = trendFigure(trend, { control: false, areas });
            return (
              <OverTime
                description={{ ...description, least: () => SMALL.height }}
                width={width}
                name={metric.label}
                rangeElsewhere
                legendElsewhere
                {...explore}
              />
            );
          }}
        </Measured>
      )}
      <p className="note">
        By month. <a href="#trends">Control chart, numbers and files</a>
      </p>
    </section>
  );
}
