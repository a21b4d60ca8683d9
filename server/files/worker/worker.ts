import { parentPort } from 'node:worker_threads';
import type { Done, Job } from './queue.ts';
import { TASKS, type Tasks } from './tasks.ts';

parentPort?.on('message', async ({ name, input }: Job) => {
  const run = TASKS[name] as (input: Tasks[keyof Tasks]) => Promise<Uint8Array>;
  const done: Done = await run(input).then(
    (bytes) => ({ bytes }),
    (error) => ({ error: String(error?.stack ?? error) }),
  );
  parentPort?.postMessage(done);
});
