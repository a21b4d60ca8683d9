import { Queue } from './queue.ts';
import type { Tasks } from './tasks.ts';

const LONGEST_QUEUE = 60;

// TypeScript sources cannot be run as a worker by Node 20: there, work is done in this thread.
const compiled = !import.meta.url.endsWith('.ts');

const queue = new Queue(new URL('./worker.js', import.meta.url), LONGEST_QUEUE);

/**
 * The bytes of a task, done in a worker thread, one after another, so that the server goes on answering. Throws what the
 * task throws, a 503 where too many wait, and the signal's reason once nobody waits for it.
 */
export async function work<Name extends keyof Tasks>(
  name: Name,
  input: Tasks[Name],
  signal: AbortSignal,
): Promise<Buffer> {
  signal.throwIfAborted();
  const bytes = compiled ? await queue.add({ name, input }, signal) : await doneHere(name, input);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** What only the tasks need, such as the writing of PDF, is not loaded where the thread does them. */
async function doneHere<Name extends keyof Tasks>(name: Name, input: Tasks[Name]): Promise<Uint8Array> {
  const { TASKS } = await import('./tasks.ts');
  return TASKS[name](input);
}
