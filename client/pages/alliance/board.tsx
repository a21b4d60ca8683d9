import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Alliance, AllianceToday, Areas } from '../../../data/contract/index.ts';
import { HOME_METRICS } from '../../../data/metrics/index.ts';
import type { MapLevel } from '../../../data/metrics/types.ts';
import { areasNoun } from '../../../data/text/words.ts';
import { progressQuery, scorecardQuery } from '../../api.ts';
import type { AllianceView } from '../../url.ts';

/** What every part of an Alliance’s page is drawn from. */
export type Board = {
  alliance: Alliance | AllianceToday;
  areas: Areas;
  view: AllianceView;
  go: (change: Partial<AllianceView>) => void;
};

/** Whether an Alliance is one of today’s, not of the 19 of Annex i. */
export const isOfToday = (alliance: Alliance | AllianceToday): alliance is AllianceToday =>
  'icbs' in alliance;

/** The level of an Alliance: of Annex i, or of today. */
export const levelOf = ({ alliance }: Pick<Board, 'alliance'>): MapLevel =>
  isOfToday(alliance) ? 'alliance-today' : 'alliance';

/** How far the Alliance has come towards each ambition; the previous answer while another is on its way. */
export const useProgress = ({ alliance, view }: Board) =>
  useQuery({
    ...progressQuery({ area: alliance.area, period: view.period }),
    placeholderData: keepPreviousData,
  });

/** Its CCGs or ICBs by every measure; the previous answer while another is on its way. */
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

/** The column of the scorecard that the page's measure has, or undefined where no CCG or ICB has a figure of it by then. */
export function useColumn(board: Board) {
  const { data } = useScorecard(board);
  return data?.columns.find(({ metric }) => metric === board.view.metric);
}

/** What the Alliance is made of as at the page's period: CCGs, or ICBs. */
export function useParts(board: Board) {
  const { data } = useScorecard(board);
  const level = data?.level ?? (isOfToday(board.alliance) ? 'icb' : 'ccg');
  return { level, one: areasNoun(level, 1), many: areasNoun(level, 2) };
}

/** The page as asked for, its measure that of the standard of the time where the address names none. */
export function useStandardOfTheTime(board: Board): Board {
  const { data } = useScorecard(board);
  const { metric } = board.view;
  const has = (id: string) => data?.columns.some((column) => column.metric === id);
  if (metric !== HOME_METRICS[0] || !data || has(metric)) return board;
  return { ...board, view: { ...board.view, metric: HOME_METRICS.find(has) ?? metric } };
}

type PartProps = { id: string; subject?: string; title: string; children: ReactNode };

/** A part of the page that an address can lead to, although it is drawn after the page has loaded. */
export function Part({ id, subject, title, children }: PartProps) {
  return (
    <section className="part" id={id} aria-labelledby={`${id}-title`}>
      {subject && <p className="topic">{subject}</p>}
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
