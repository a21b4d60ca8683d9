import { periodWords } from '../../../data/text/figure.ts';

/** Where series break, to stand before the reasons: `Break from April 2020.` */
export const breakWords = (period: string) => `Break from ${periodWords(period).split(' to ')[0]}.`;
