import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Alliance, Areas } from '../../../data/contract/index.ts';
import { progressQuery, scorecardQuery } from '../../api.ts';
import type { AllianceView } from '../../url.ts';

/** What every part of an Alliance’s page is drawn from. */
export type Board = {
  alliance: Alliance;
  areas: Areas;
  view: AllianceView;
  go: (change: Partial<AllianceView>) => void;
};

/** How far the Alliance has come towards each ambition; the previous answer while another is on its way. */
export const useProgress = ({ alliance, view }: Board) =>
  useQuery({
    ...progressQuery({ area: alliance.area, period: view.period }),
    placeholderData: keepPreviousData,
  });

/** Its CCGs by every measure; the previous answer while another is on its way. */
export const useScorecard = ({ alliance, view }: Board) =>
  useQuery({
    ...scorecardQuery({
      alliance: alliance.area,
      period: view.period,
      benchmark: view.benchmark,
      confidence: view.confidence,
    }),
    placeholderData: keepPreviousData,
  });

/** The column of the scorecard that the page's measure has, or undefined where no CCG has a figure of it by then. */
export function useColumn(board: Board) {
  const { data } = useScorecard(board);
  return data?.columns.find(({ metric }) => metric === board.view.metric);
}

type PartProps = { id: string; subject?: string; title: string; children: ReactNode };

/** A part of the page that an address can lead to, although it is drawn after the page has loaded. */
export function Part({ id, subject, title, children }: PartProps) {
  const part = useRef<HTMLElement>(null);
  useEffect(() => {
    if (window.location.hash === `#${id}`) part.current?.scrollIntoView();
  }, [id]);
  return (
    <section className="part" id={id} aria-labelledby={`${id}-title`} ref={part}>
      {subject && <p className="topic">{subject}</p>}
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
