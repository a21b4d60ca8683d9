import type { Static, TObject } from 'typebox';
import type { Drawing } from '../../data/contract/drawing.ts';
import type { Dataset } from '../dataset/dataset.ts';

/** What a file is made with. */
export type Maker = {
  dataset: Dataset;
  /** The client's drawing of charts. Throws a 503 where the pages have not been built. */
  drawing(): Drawing;
  /** Where readers find this server, for the links inside files: `https://example.org`. Only of a `linked` file. */
  readonly origin: string;
  /** Aborted once nobody waits for the file any more. */
  signal: AbortSignal;
  /** The result of heavy work, once it has had its turn; for a streamed file, whose sending takes no turn. */
  inTurn<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result>;
};

/** The bytes of a file, or its pieces as they are made, and the name it is saved under. */
export type Made = {
  name: string;
  body: Buffer | string | AsyncIterable<string | Uint8Array>;
  /** Its media type, where a route has several. */
  type?: string;
  /** Shown in the browser, as a picture is, rather than saved. */
  inline?: boolean;
  /** How many bytes the pieces are together, where that is known. */
  length?: number;
  /** Called once the pieces have been sent, or nobody wants them any more. */
  done?(): void;
  /** More headers, such as a link to what describes it. */
  headers?: Readonly<Record<string, string>>;
};

/** One file of the API: its parameters, its media type, and how it is made. */
export type FileRoute = {
  /** With parameters as `:name`. */
  path: string;
  summary: string;
  parameters: TObject;
  query: TObject;
  /** Its media type, or those it has. */
  type: string;
  /** Of a table: what each of its columns means. */
  columns?: TObject;
  /** Sent piece by piece: too large for the memory. */
  streamed?: boolean;
  /** It holds links to this server, so that each address at which it is asked has a file of its own. */
  linked?: boolean;
  /** Of a file that is not streamed: whether making it takes so much that few may be made at once. */
  heavy?(query: Record<string, string>): boolean;
  /** Throws the problem of a query that cannot be answered, before a turn is waited for and before anything is sent. */
  check?(dataset: Dataset, query: Record<string, string | undefined>): void;
  examples: readonly string[];
  make(maker: Maker, query: Record<string, string>): Promise<Made>;
};

/** A file, its `make` typed by the schemas of its parameters and query. */
export function file<Parameters extends TObject, Query extends TObject>(
  stated: Omit<FileRoute, 'parameters' | 'query' | 'make'> & {
    parameters: Parameters;
    query: Query;
    make(maker: Maker, query: Static<Parameters> & Static<Query>): Promise<Made>;
  },
): FileRoute {
  return stated as unknown as FileRoute;
}
