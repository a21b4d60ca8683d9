import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation, useSearch } from 'wouter';
import type { Alliance, Areas } from '../../../data/contract/index.ts';
import { progressQuery, scorecardQuery } from '../../api.ts';
import { type AllianceView, allianceAddress, readAlliance } from './view.ts';

/** What every part of an Alliance's page is drawn from. */
export type Board = {
  alliance: Alliance;
  areas: Areas;
  view: AllianceView;
  go: (change: Partial<AllianceView>) => void;
};

/** The view that the address holds, and how to change it. */
export function useAllianceView(): Pick<Board, 'view' | 'go'> {
  const search = useSearch();
  const [path, navigate] = useLocation();
  return {
    view: readAlliance(search),
    go: (change) => navigate(allianceAddress(path, search, change)),
  };
}

/** How far the Alliance has come towards each ambition; the last answer until the one asked for is here. */
export const useProgress = ({ alliance, view }: Board) =>
  useQuery({
    ...progressQuery({ area: alliance.area, period: view.period }),
    placeholderData: keepPreviousData,
  });

/** Its CCGs by every measure; the last answer until the one asked for is here. */
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
