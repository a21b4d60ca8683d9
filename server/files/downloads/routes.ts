import type { TObject } from 'typebox';
import { ObservationsQuery } from '../../../data/contract/index.ts';
import { fileName } from '../../../data/text/csv.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { nothing } from '../../questions/question.ts';
import { type FileRoute, file } from '../file.ts';
import { observationsAsked } from './asked.ts';
import { csvw } from './csvw.ts';

/** A CSV of the dataset that takes the filters of observations: what it is, and its text piece by piece. */
export type Download = {
  /** Its name in the address, without `.csv`. */
  file: string;
  summary: string;
  title: string;
  description: string;
  /** A row, its columns in order. */
  columns: TObject;
  /** The columns whose text may be empty. */
  mayBeEmpty: readonly string[];
  /** The titles of the columns that tell rows apart. */
  key: readonly string[];
  /** Queries to try it with. */
  examples: readonly string[];
  lines(dataset: Dataset, query: ObservationsQuery): AsyncGenerator<string>;
};

const queryOf = (query: ObservationsQuery) => {
  const text = new URLSearchParams(Object.entries(query).sort()).toString();
  return text === '' ? '' : `?${text}`;
};

const nameOf = (download: Download, { version }: Dataset, query: ObservationsQuery) =>
  fileName([download.file, version, ...Object.values(query)], 'csv');

/** The routes of a CSV and of its metadata. */
export function downloadRoutes(download: Download): FileRoute[] {
  const described = `${download.file}.csv-metadata.json`;
  const csv = file({
    path: `/api/download/${download.file}.csv`,
    summary: download.summary,
    parameters: nothing,
    query: ObservationsQuery,
    type: 'text/csv; charset=utf-8; header=present',
    columns: download.columns,
    streamed: true,
    examples: download.examples.map((query) => `/api/download/${download.file}.csv${query}`),
    async make({ dataset }, query) {
      // What cannot be asked is refused before the first byte goes out.
      observationsAsked(dataset, query);
      return {
        name: nameOf(download, dataset, query),
        body: download.lines(dataset, query),
        headers: {
          link: `<${described}${queryOf(query)}>; rel="describedby"; type="application/csvm+json"`,
        },
      };
    },
  });
  const metadata = file({
    path: `/api/download/${described}`,
    summary: `What describes ${download.file}.csv to programs: W3C’s CSV on the Web metadata, with its columns, their types and its sources.`,
    parameters: nothing,
    query: ObservationsQuery,
    type: 'application/csvm+json; charset=utf-8',
    examples: download.examples.map((query) => `/api/download/${described}${query}`),
    async make({ dataset }, query) {
      observationsAsked(dataset, query);
      const url = `${download.file}.csv${queryOf(query)}`;
      return {
        name: `${nameOf(download, dataset, query)}-metadata.json`,
        inline: true,
        body: csvw(dataset, { ...download, url }),
      };
    },
  });
  return [csv, metadata];
}
