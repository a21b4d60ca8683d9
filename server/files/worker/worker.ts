import os from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { Done, Job } from './queue.ts';
import { TASKS, type Tasks } from './tasks.ts';

/** A third of the time that an answer gets where both want one processor. */
const NICENESS = 5;

// On Linux this is of the thread alone, elsewhere of the whole process.
if (process.platform === 'linux') os.setPriority(NICENESS);

parentPort?.on('message', async ({ name, input }: Job) => {
  const run = TASKS[name] as (input: Tasks[keyof Tasks]) => Promise<Uint8Array>;
  const done: Done = await run(input).then(
    (bytes) => ({ bytes }),
    (error) => ({ error: String(error?.stack ?? error) }),
  );
  parentPort?.postMessage(done);
});
