import { Worker } from 'node:worker_threads';
import { ProblemError } from '../problem.ts';
import { TASKS, type Tasks } from './tasks.ts';
import type { Done, Job } from './worker.ts';

type Waiting = { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void };

/** As many as wait for the worker before others are asked to come again. */
const LONGEST_QUEUE = 60;

// Sources that have not been compiled cannot be a worker on Node 20: their work is done in place.
const compiled = !import.meta.url.endsWith('.ts');

let worker: Worker | null = null;
let jobs = 0;
const waiting = new Map<number, Waiting>();

function fail(from: Worker, error: Error) {
  if (worker !== from) return;
  worker = null;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}

/** The one worker, started when first needed and again after a crash; it keeps no program from ending. */
function started(): Worker {
  if (worker) return worker;
  const made = new Worker(new URL('./worker.js', import.meta.url));
  made.unref();
  made.on('message', ({ id, bytes, error }: Done) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (bytes) one?.resolve(bytes);
    else one?.reject(new Error(error));
  });
  made.on('error', (error) => fail(made, error));
  made.on('exit', () => fail(made, new Error('The worker ended')));
  worker = made;
  return made;
}

/** Does a task beside the server, one after another, so that answers go on meanwhile. Throws a 503 where too many wait. */
export async function work<Name extends keyof Tasks>(name: Name, input: Tasks[Name]): Promise<Buffer> {
  if (!compiled) return Buffer.from(await TASKS[name](input));
  if (waiting.size >= LONGEST_QUEUE)
    throw new ProblemError('busy', 'Too many files are being made; ask again in a moment.');
  const job: Job = { id: ++jobs, name, input };
  const bytes = await new Promise<Uint8Array>((resolve, reject) => {
    waiting.set(job.id, { resolve, reject });
    started().postMessage(job);
  });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
