import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { ProblemError } from '../http/problem.ts';
import type { DatabaseOptions } from './database.ts';
import { Dataset } from './dataset.ts';
import { failureOf } from './root.ts';

const WHAT_TO_DO = 'Run `npm run data -- build`; it is served as soon as it is there.';
const TRY_AGAIN_AFTER = 30_000;

type ServingOptions = DatabaseOptions & {
  database: string;
  /** Milliseconds between looks at the file; 0 for none. */
  every?: number;
  /** Called with a line whenever another dataset is served, or another reason keeps one from being served. */
  log?: (line: string) => void;
  /** Called with a dataset as it takes over. */
  taken?: (dataset: Dataset) => void;
};

/** What tells a database file from another that a build puts in its place under the same name. */
async function signatureOf(file: string): Promise<string | null> {
  const found = await stat(file, { bigint: true }).catch(() => null);
  if (!found?.isFile()) return null;
  const log = await stat(`${file}.wal`).catch(() => null);
  return [found.ino, found.mtimeNs, found.size, log === null ? '' : 'wal'].join(':');
}

/** A text for readers: of a path on the server's disk only the last name. */
const withoutFolders = (text: string) =>
  text.replaceAll(/(?<![\w/:])(?:[A-Za-z]:)?[/\\][^\s'":;,]*[/\\](?=[^\s'":;,/\\])/g, '');

/** Why a later dataset could not be built, and when that was tried. */
export type BuildFailure = { at: string; reason: string };

/** What the last build noted beside the database where it failed, for readers; null where it did not. */
async function failureBeside(database: string): Promise<BuildFailure | null> {
  const text = await readFile(failureOf(database), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const { at, reason } = JSON.parse(text) as BuildFailure;
    return { at: String(at).slice(0, 30), reason: withoutFolders(String(reason)).slice(0, 500) };
  } catch {
    return null;
  }
}

const reasonOf = (error: unknown) => {
  const { message, cause } = error as Error;
  const full = cause instanceof Error ? `${message}: ${cause.message}` : message;
  return (full.split('\n')[0] ?? '').slice(0, 300);
};

/**
 * The dataset to serve, now and later: a file that is swapped in is opened aside, verified, and takes over while
 * requests go on; a bad or missing one never takes the old one down.
 */
export class Serving {
  readonly #options: ServingOptions;
  readonly #timer: NodeJS.Timeout | undefined;
  #current: Dataset | null = null;
  #reason: string | null = null;
  #tried: { signature: string | null; at: number } | null = null;
  #failure: BuildFailure | null = null;
  #looking: Promise<void> | null = null;
  readonly #end = new AbortController();

  private constructor(options: ServingOptions) {
    this.#options = options;
    const every = options.every ?? 1000;
    if (every > 0) this.#timer = setInterval(() => void this.look(), every).unref();
  }

  static async start(options: ServingOptions): Promise<Serving> {
    const serving = new Serving(options);
    await serving.look();
    return serving;
  }

  get current(): Dataset | null {
    return this.#current;
  }

  /** Why the file cannot be served, and what to do; null while it can. */
  get reason(): string | null {
    return this.#reason;
  }

  /** Why a later dataset could not be built; null where the last build succeeded. */
  get failure(): BuildFailure | null {
    return this.#failure;
  }

  /** Looks whether another file is there, and serves it if it is good. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #look() {
    const { database } = this.#options;
    this.#failure = await failureBeside(database);
    const signature = await signatureOf(database);
    const again = this.#reason !== null && performance.now() - (this.#tried?.at ?? 0) > TRY_AGAIN_AFTER;
    if (this.#end.signal.aborted || (this.#tried?.signature === signature && !again)) return;
    this.#tried = { signature, at: performance.now() };
    if (signature === null) return this.#refuse(`There is no database at ${database}.`);
    try {
      const opened = await Dataset.open(database, { ...this.#options, signal: this.#end.signal });
      if (this.#end.signal.aborted || (await signatureOf(database)) !== signature) {
        this.#tried = null;
        return opened.retire();
      }
      const old = this.#current;
      if (old || this.#reason !== null)
        this.#options.log?.(`Now serving dataset ${opened.version} of ${opened.builtAt}`);
      this.#options.taken?.(opened);
      this.#current = opened;
      this.#reason = null;
      old?.retire();
    } catch (error) {
      if (this.#end.signal.aborted) return;
      this.#refuse(`The database ${database} cannot be used: ${reasonOf(error)}.`);
    }
  }

  /** The log names the file as it is, readers hear of no folder of the server's disk. */
  #refuse(what: string) {
    const { database, log } = this.#options;
    const folder = path.dirname(path.resolve(database)) + path.sep;
    const reason = `${withoutFolders(what.replaceAll(folder, ''))} ${WHAT_TO_DO}`;
    if (reason !== this.#reason) log?.(`${what} ${WHAT_TO_DO}`);
    this.#reason = reason;
  }

  async close() {
    this.#end.abort();
    clearInterval(this.#timer);
    await this.#looking;
    this.#current?.retire();
    this.#current = null;
  }
}

/** The dataset being served. Throws a 503 with the reason why there is none. */
export function servedBy({ current, reason }: Serving): Dataset {
  if (current) return current;
  throw new ProblemError('no_dataset', reason ?? 'No dataset is being served.');
}
