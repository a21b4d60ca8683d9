import { Queue } from './queue.ts';
import { TASKS, type Tasks } from './tasks.ts';

const LONGEST_QUEUE = 60;

// Sources that have not been compiled cannot be a worker on Node 20: their work is done in place.
const compiled = !import.meta.url.endsWith('.ts');

const queue = new Queue(new URL('./worker.js', import.meta.url), LONGEST_QUEUE);

/**
 * Does a task beside the server, one after another, so that answers go on meanwhile, and gives its bytes. Throws what the
 * task throws, and a 503 where too many wait.
 */
export async function work<Name extends keyof Tasks>(name: Name, input: Tasks[Name]): Promise<Buffer> {
  const bytes = compiled ? await queue.add({ name, input }) : await TASKS[name](input);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
