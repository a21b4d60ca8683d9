import { BUNDLED_IDS, type OwnMetric } from '../../data/metrics/own.ts';
import { type Asked, Database, type DatabaseOptions } from './database.ts';
import { type Geography, readGeography } from './geography.ts';

type About = { version: string; builtAt: string; observations: number; metrics: number };

/** A dataset being served: it never changes, so every answer from it can be cached. */
export class Dataset {
  readonly version: string;
  readonly builtAt: string;
  readonly observations: number;
  readonly db: Asked;
  readonly geography: Geography;
  /** The metrics that a user has declared beside the bundled ones. */
  readonly own: readonly OwnMetric[];
  /** The same dataset for files that are made: what they ask comes after what readers do. */
  readonly forFiles: Dataset;
  /** The dataset itself, by which its answers are kept: `forFiles` is the same one. */
  readonly itself: Dataset;
  readonly #database: Database;
  #users = 0;
  #retired = false;
  readonly #closing: (() => void)[] = [];

  private constructor(
    database: Database,
    about: About,
    geography: Geography,
    own: readonly OwnMetric[],
    itself?: Dataset,
  ) {
    this.#database = database;
    this.itself = itself ?? this;
    this.forFiles = itself ? this : new Dataset(database, about, geography, own, this);
    this.db = itself ? database.forFiles : database;
    this.version = about.version;
    this.builtAt = about.builtAt;
    this.observations = about.observations;
    this.geography = geography;
    this.own = own;
  }

  /** Opens and verifies a database file. Throws, saying what is wrong with it, or once the signal says that it is in vain. */
  static async open(
    file: string,
    { signal, ...options }: DatabaseOptions & { signal?: AbortSignal } = {},
  ): Promise<Dataset> {
    const db = await Database.open(file, options);
    const end = () => void db.close();
    signal?.addEventListener('abort', end);
    try {
      signal?.throwIfAborted();
      const [about] = await db.rows<About>('dataset');
      const [counted] = await db.rows<{ observations: number }>('count');
      if (!about || !counted) throw new Error('it holds no dataset; the build did not end');
      if (counted.observations !== about.observations)
        throw new Error(`it holds ${counted.observations} observations and says ${about.observations}`);
      if (about.metrics < BUNDLED_IDS.length)
        throw new Error(`it knows ${about.metrics} metrics of ${BUNDLED_IDS.length}`);
      const geography = await readGeography(db);
      const declared = await db.rows<{ declared: string }>('own-metrics');
      const own = declared.map((row) => JSON.parse(row.declared) as OwnMetric);
      db.serve();
      return new Dataset(db, about, geography, own);
    } catch (error) {
      await db.close();
      throw error;
    } finally {
      signal?.removeEventListener('abort', end);
    }
  }

  /** Runs work on the dataset, which stays open until all such work is done. */
  async use<Result>(work: () => Promise<Result>): Promise<Result> {
    const { itself } = this;
    itself.#users++;
    try {
      return await work();
    } finally {
      itself.#users--;
      itself.#closeWhenIdle();
    }
  }

  /** Closes the file as soon as nobody uses it. */
  retire() {
    const { itself } = this;
    if (itself.#retired) return;
    itself.#retired = true;
    itself.#closeWhenIdle();
  }

  /** Calls when the dataset is closed; at once where it has been. */
  whenClosed(call: () => void) {
    const { itself } = this;
    if (itself.#retired && itself.#users === 0) call();
    else itself.#closing.push(call);
  }

  #closeWhenIdle() {
    if (!this.#retired || this.#users > 0) return;
    for (const call of this.#closing.splice(0)) call();
    void this.#database.close();
  }
}
