import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import type { Findings } from '../../../data/contract/index.ts';
import { periodWords } from '../../../data/text/words.ts';
import { findingsQuery } from '../../api.ts';
import { Refused, Waiting } from '../../ui/states.tsx';
import { type Board, Part } from './board.tsx';

/** What to read first: the most telling finding large, the others as a list, and where each number can be had. */
export function FindingsPart({ alliance, view }: Board) {
  const [path] = useLocation();
  const { data, error, refetch } = useQuery({
    ...findingsQuery({ area: alliance.area, period: view.period }),
    placeholderData: keepPreviousData,
  });
  const [first, ...others] = data?.findings ?? [];
  return (
    <Part id="findings" title={data ? `Findings, as at ${periodWords(data.period)}` : 'Findings'}>
      {error ? (
        <>
          <Refused failure={error} again={refetch} />
          {view.period !== '' && <Link href={path}>See its latest figures</Link>}
        </>
      ) : !data ? (
        <Waiting what="the findings" />
      ) : first === undefined ? (
        <p>Nothing can be said of it from the figures by then.</p>
      ) : (
        <>
          <p className="answer">{first.text}</p>
          {others.length > 0 && (
            <ul className="findings">
              {others.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
          )}
          <Facts findings={data.findings} />
        </>
      )}
    </Part>
  );
}

const Facts = ({ findings }: { findings: Findings['findings'] }) => (
  <details className="facts-behind">
    <summary>Where each number comes from</summary>
    <ul>
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
  </details>
);
