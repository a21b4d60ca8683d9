import { existsSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance, type DuckDBPreparedStatement } from '@duckdb/node-api';
import type { TObject } from 'typebox';
import { ProblemError } from '../http/problem.ts';
import { csvLineOf } from './csvLine.ts';
import { QUERIES, subquery } from './queries.ts';

export type Values = Record<string, string | number>;

export type DatabaseOptions = {
  /** Milliseconds after which a query is interrupted. */
  timeout?: number;
};

/** Queries at once: fewer than libuv's four threads, so that files and compression never wait for queries. */
const AT_ONCE = 3;
const LONGEST_QUEUE = 500;
const INTERRUPTED = /interrupt/i;

// One thread: two make small queries slower. What touches the disk is set before external access goes off, the lock last.
const LOCKED = {
  access_mode: 'READ_ONLY',
  threads: '1',
  memory_limit: '512MB',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  enable_external_access: 'false',
  lock_configuration: 'true',
};

/** Turns to ask, so many at once, in the order in which they are wanted. */
class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  /** Waits for a turn, to be given back. Throws where too many wait. */
  async take(): Promise<void> {
    if (this.#free > 0) {
      this.#free--;
      return;
    }
    if (this.#waiting.length >= LONGEST_QUEUE)
      throw new ProblemError('busy', 'Too many questions at once; ask again in a moment');
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  give() {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
  }
}

/** The turns of all databases that are served: one that was replaced answers on beside the next. */
const SERVED = new Turns(AT_ONCE);

/** One connection with its own prepared statements: a statement shared by requests in flight answers wrongly. */
type Seat = { connection: DuckDBConnection; statements: Map<string, DuckDBPreparedStatement> };

/** A query, or a selection from it, ready to be asked; it is prepared when it is first asked for. */
async function prepared({ connection, statements }: Seat, name: string, selected = '*') {
  const key = selected === '*' ? name : `${selected} of ${name}`;
  const known = statements.get(key);
  if (known) return known;
  const text = selected === '*' ? QUERIES.get(name)?.text : undefined;
  const statement = await connection.prepare(text ?? `SELECT ${selected} FROM ${subquery(name)}`);
  statements.set(key, statement);
  return statement;
}

/** A database file opened for reading: every query is a file of `server/`, every value is bound. */
export class Database {
  readonly #instance: DuckDBInstance;
  readonly #free: Seat[];
  readonly #seats: readonly Seat[];
  // Until it is served it asks one question at a time, and waits for no reader's.
  #turns = new Turns(1);
  readonly #timeout: number;
  readonly file: string;

  private constructor(instance: DuckDBInstance, seats: Seat[], file: string, timeout: number) {
    this.#instance = instance;
    this.file = file;
    this.#seats = seats;
    this.#free = [...seats];
    this.#timeout = timeout;
  }

  /** Opens a file, read-only and locked down. Throws where it is damaged, or a query does not fit its tables. */
  static async open(file: string, options: DatabaseOptions = {}): Promise<Database> {
    if (existsSync(`${file}.wal`))
      throw new Error(`${file}.wal lies beside the database and would be replayed into it`);
    const instance = await DuckDBInstance.create(file, LOCKED);
    try {
      const seats: Seat[] = [];
      while (seats.length < AT_ONCE)
        seats.push({ connection: await instance.connect(), statements: new Map() });
      // By the seat that is taken first alone, which tells whether they fit: a dataset is opened while another answers.
      for (const name of QUERIES.keys()) await prepared(seats[AT_ONCE - 1] as Seat, name);
      return new Database(instance, seats, file, options.timeout ?? 10_000);
    } catch (error) {
      instance.closeSync();
      throw error;
    }
  }

  /** From now on readers ask: it takes its turns among all databases that are served. */
  serve() {
    this.#turns = SERVED;
  }

  /** The rows of a query by its name (see `queries.ts`). Only the values that the query names are bound. */
  async rows<Row>(name: string, values: Values = {}): Promise<Row[]> {
    const result = await this.#result(name, values);
    return (await result.getRowObjectsJson()) as Row[];
  }

  /** The same rows, some thousand at a time: each is read when it is wanted, and meanwhile others are answered. */
  async *slices<Row>(name: string, values: Values = {}): AsyncGenerator<readonly Row[]> {
    const result = await this.#result(name, values);
    yield* result.yieldRowObjectJson() as AsyncIterableIterator<Row[]>;
  }

  /**
   * The same rows as lines of a CSV, some thousand at a time, with how many they are and the `key` columns of the last.
   * `columns` is the schema of a row.
   */
  async *lines<Key extends string>(
    name: string,
    values: Values,
    columns: TObject,
    key: readonly Key[],
  ): AsyncGenerator<{ text: string; count: number; last: Record<Key, string> }> {
    const kept = key.map((column) => `"${column}"`);
    const result = await this.#result(name, values, [csvLineOf(columns), ...kept].join(', '));
    for (;;) {
      const chunk = await result.fetchChunk();
      const count = chunk?.rowCount ?? 0;
      if (!chunk || count === 0) return;
      const last = key.map((column, i) => [column, chunk.getColumnVector(i + 1).getItem(count - 1)]);
      yield { text: chunk.getColumnValues(0).join(''), count, last: Object.fromEntries(last) };
    }
  }

  /** What a query comes to, whole, or `selected` from it: nothing waits any more for who reads it. */
  async #result(name: string, values: Values, selected = '*') {
    const query = QUERIES.get(name);
    if (!query)
      throw new Error(`No query '${name}': no file ${name}.sql, and no folder ${name} with a query.sql`);
    const turns = this.#turns;
    await turns.take();
    // Whoever has a turn finds a seat: there are as many.
    const seat = this.#free.pop() as Seat;
    const timer = setTimeout(() => seat.connection.interrupt(), this.#timeout);
    try {
      const statement = await prepared(seat, name, selected);
      const bound: Values = {};
      for (let i = 1; i <= statement.parameterCount; i++) {
        const parameter = statement.parameterName(i);
        const value = values[parameter];
        if (value === undefined) throw new Error(`No value for $${parameter}`);
        bound[parameter] = value;
      }
      statement.bind(bound);
      return await statement.run();
    } catch (cause) {
      if (INTERRUPTED.test(String(cause)))
        throw new ProblemError('too_slow', `No answer within ${this.#timeout / 1000} seconds`);
      throw new Error(`${query.file} failed`, { cause });
    } finally {
      clearTimeout(timer);
      this.#free.push(seat);
      turns.give();
    }
  }

  /** Closes the file. Only to be called when no query runs. */
  close() {
    for (const { connection, statements } of this.#seats) {
      for (const statement of statements.values()) statement.destroySync();
      connection.closeSync();
    }
    this.#instance.closeSync();
  }
}
