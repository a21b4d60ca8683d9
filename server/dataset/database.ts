import { closeSync, existsSync, openSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance, type DuckDBPreparedStatement } from '@duckdb/node-api';
import { ProblemError } from '../http/problem.ts';
import { QUERIES } from './queries.ts';

export type Values = Record<string, string | number>;

export type DatabaseOptions = {
  /** Milliseconds after which a query is interrupted. */
  timeout?: number;
};

/** Queries at once: fewer than libuv's four threads, so that files and compression never wait for queries. */
const AT_ONCE = 3;
/** So many of them may be of files that are made. */
const OF_FILES = 1;
/** Milliseconds after which the question of a file goes before those of readers. */
const OVERDUE = 1000;
const LONGEST_QUEUE = 500;
const INTERRUPTED = /interrupt/i;

// One thread: two make small queries slower. What touches the disk is set before external access goes off, the lock last.
const LOCKED = {
  access_mode: 'READ_ONLY',
  threads: '1',
  memory_limit: '512MB',
  // What a question needed is given back: else DuckDB's allocator keeps up to 128 MB for each thread that has asked.
  allocator_flush_threshold: '1MB',
  allocator_bulk_deallocation_flush_threshold: '1MB',
  allocator_background_threads: 'true',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  enable_external_access: 'false',
  lock_configuration: 'true',
};

/** What is asked of a dataset that is no longer served. */
export const replaced = () =>
  new ProblemError('busy', 'The dataset has just been replaced; ask again in a moment.');

/** Who is asked for: a reader who waits, or a file that is made meanwhile, whose questions come after readers' own. */
type For = 'reader' | 'file';

/** Who waits for a turn, and since when. */
type Waiting = { begin: () => void; since: number };

/** Turns to ask, so many at once, readers before files that have not waited long, each in the order in which they came. */
class QuestionTurns {
  readonly #most: Readonly<Record<For, number>>;
  readonly #taken = { reader: 0, file: 0 };
  readonly #waiting: Readonly<Record<For, Waiting[]>> = { reader: [], file: [] };

  constructor(most: Readonly<Record<For, number>>) {
    this.#most = most;
  }

  /** Waits for a turn, to be given back. Throws where too many wait. */
  async take(whom: For): Promise<void> {
    if (this.#isFree(whom)) {
      this.#taken[whom]++;
      return;
    }
    const waiting = this.#waiting[whom];
    if (waiting.length >= LONGEST_QUEUE)
      throw new ProblemError('busy', 'Too many questions at once; ask again in a moment');
    await new Promise<void>((begin) => waiting.push({ begin, since: performance.now() }));
  }

  give(whom: For) {
    this.#taken[whom]--;
    const [longest] = this.#waiting.file;
    const isOverdue = longest !== undefined && performance.now() - longest.since > OVERDUE;
    const order = isOverdue ? (['file', 'reader'] as const) : (['reader', 'file'] as const);
    for (const next of order) {
      if (!this.#isFree(next)) continue;
      const first = this.#waiting[next].shift();
      if (!first) continue;
      this.#taken[next]++;
      return first.begin();
    }
  }

  #isFree(whom: For): boolean {
    const { reader, file } = this.#taken;
    return reader + file < this.#most.reader && this.#taken[whom] < this.#most[whom];
  }
}

/** The turns of all databases that are served: one that was replaced answers on beside the next. */
const SERVED = new QuestionTurns({ reader: AT_ONCE, file: OF_FILES });

/** One connection with its own prepared statements: a statement shared by requests in flight answers wrongly. */
type Seat = { connection: DuckDBConnection; statements: Map<string, DuckDBPreparedStatement> };

/** A query ready to be asked; it is prepared when it is first asked for. */
async function prepared({ connection, statements }: Seat, name: string, text: string) {
  const known = statements.get(name);
  if (known) return known;
  const statement = await connection.prepare(text);
  statements.set(name, statement);
  return statement;
}

/** Binds the values that a statement names, and no others. Throws where one is missing. */
export function bind(statement: DuckDBPreparedStatement, values: Values) {
  const bound: Values = {};
  for (let i = 1; i <= statement.parameterCount; i++) {
    const parameter = statement.parameterName(i);
    const value = values[parameter];
    if (value === undefined) throw new Error(`No value for $${parameter}`);
    bound[parameter] = value;
  }
  statement.bind(bound);
}

/** What questions and files ask of a database. */
export type Asked = {
  rows<Row>(name: string, values?: Values): Promise<Row[]>;
  slices<Row>(name: string, values?: Values): AsyncGenerator<readonly Row[]>;
  readonly openFile: string;
};

/** The databases that are open in this process. */
const OPEN = new Set<Database>();

/** Interrupts every query: a process that exits waits for those that run, and nothing is left then to end them in time. */
export function interruptQueries() {
  for (const database of OPEN) database.interrupt();
}

/** A database file opened for reading: every query is a file of `server/`, every value is bound. */
export class Database {
  readonly #instance: DuckDBInstance;
  readonly #free: Seat[];
  readonly #seats: readonly Seat[];
  // Until it is served it asks one question at a time, and waits for no reader's.
  #turns = new QuestionTurns({ reader: 1, file: 1 });
  readonly #timeout: number;
  readonly #file: string;
  readonly #held: number;
  /** Queries that run or wait for their turn. */
  readonly #asked = new Set<Promise<unknown>>();
  #closing: Promise<void> | null = null;

  private constructor(
    instance: DuckDBInstance,
    seats: Seat[],
    { file, held, timeout }: { file: string; held: number; timeout: number },
  ) {
    this.#instance = instance;
    this.#file = file;
    this.#held = held;
    this.#seats = seats;
    this.#free = [...seats];
    this.#timeout = timeout;
    OPEN.add(this);
  }

  /** Opens a file, read-only and locked down. Throws where it is damaged, or a query does not fit its tables. */
  static async open(file: string, options: DatabaseOptions = {}): Promise<Database> {
    if (existsSync(`${file}.wal`))
      throw new Error(`${file}.wal lies beside the database and would be replayed into it`);
    const held = openSync(file, 'r');
    const instance = await DuckDBInstance.create(file, LOCKED).catch((error) => {
      closeSync(held);
      throw error;
    });
    try {
      const seats: Seat[] = [];
      while (seats.length < AT_ONCE)
        seats.push({ connection: await instance.connect(), statements: new Map() });
      // By the seat that is taken first alone, which tells whether they fit: a dataset is opened while another answers.
      for (const [name, { text }] of QUERIES) await prepared(seats[AT_ONCE - 1] as Seat, name, text);
      return new Database(instance, seats, { file, held, timeout: options.timeout ?? 10_000 });
    } catch (error) {
      instance.closeSync();
      closeSync(held);
      throw error;
    }
  }

  /** From now on readers ask: it takes its turns among all databases that are served. */
  serve() {
    this.#turns = SERVED;
  }

  /** What files that are made ask this database by: after readers' own questions. */
  get forFiles(): Asked {
    return {
      rows: (name, values) => this.rows(name, values, 'file'),
      slices: (name, values) => this.slices(name, values, 'file'),
      openFile: this.openFile,
    };
  }

  /** A path of the file that is open: where the system has one (Linux), also once another has taken its name. */
  get openFile(): string {
    const held = `/proc/self/fd/${this.#held}`;
    return existsSync(held) ? held : this.#file;
  }

  /** The rows of a query by its name (see `queries.ts`). Only the values that the query names are bound. */
  async rows<Row>(name: string, values: Values = {}, whom: For = 'reader'): Promise<Row[]> {
    const result = await this.#result(name, values, whom);
    return (await result.getRowObjectsJson()) as Row[];
  }

  /** The same rows, some thousand at a time: each is read when it is wanted, and meanwhile others are answered. */
  async *slices<Row>(
    name: string,
    values: Values = {},
    whom: For = 'reader',
  ): AsyncGenerator<readonly Row[]> {
    const result = await this.#result(name, values, whom);
    yield* result.yieldRowObjectJson() as AsyncIterableIterator<Row[]>;
  }

  /** What a query comes to, whole: nothing waits any more for who reads it. */
  async #result(name: string, values: Values, whom: For) {
    const asked = this.#ask(name, values, whom);
    this.#asked.add(asked);
    try {
      return await asked;
    } finally {
      this.#asked.delete(asked);
    }
  }

  async #ask(name: string, values: Values, whom: For) {
    const query = QUERIES.get(name);
    if (!query)
      throw new Error(`No query '${name}': no file ${name}.sql, and no folder ${name} with a query.sql`);
    const turns = this.#turns;
    await turns.take(whom);
    if (this.#closing) {
      turns.give(whom);
      throw replaced();
    }
    // Whoever has a turn finds a seat: there are as many.
    const seat = this.#free.pop() as Seat;
    const timer = setTimeout(() => seat.connection.interrupt(), this.#timeout);
    try {
      const statement = await prepared(seat, name, query.text);
      bind(statement, values);
      return await statement.run();
    } catch (cause) {
      if (this.#closing) throw replaced();
      if (INTERRUPTED.test(String(cause)))
        throw new ProblemError('too_slow', `No answer within ${this.#timeout / 1000} seconds`);
      throw new Error(`${query.file} failed`, { cause });
    } finally {
      clearTimeout(timer);
      this.#free.push(seat);
      turns.give(whom);
    }
  }

  /** Ends the queries that run; those that wait go on. */
  interrupt() {
    for (const { connection } of this.#seats) connection.interrupt();
  }

  /**
   * Closes the file once no query runs any more: those that do are interrupted, those that wait are refused. (A connection
   * that is closed under a query waits for it on the thread that answers everybody.)
   */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close() {
    this.interrupt();
    while (this.#asked.size > 0) await Promise.allSettled(this.#asked);
    for (const { connection, statements } of this.#seats) {
      for (const statement of statements.values()) statement.destroySync();
      connection.closeSync();
    }
    this.#instance.closeSync();
    closeSync(this.#held);
    OPEN.delete(this);
  }
}
