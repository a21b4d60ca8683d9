import { parentPort } from 'node:worker_threads';
import { TASKS, type Tasks } from './tasks.ts';

export type Job = { id: number; name: keyof Tasks; input: Tasks[keyof Tasks] };
export type Done = { id: number; bytes?: Uint8Array; error?: string };

parentPort?.on('message', async ({ id, name, input }: Job) => {
  const run = TASKS[name] as (input: Tasks[keyof Tasks]) => Promise<Uint8Array>;
  const done: Done = await run(input).then(
    (bytes) => ({ id, bytes }),
    (error) => ({ id, error: String(error?.stack ?? error) }),
  );
  parentPort?.postMessage(done);
});
