import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { ProblemError } from '../../http/problem.ts';
import { SheetWriter, type StreamedRow, type Template } from './sheet.ts';
import type { Asked } from './sheetWorker.ts';

/** As many large sheets as are written at the same time, each by a thread of its own. */
const MOST = 3;

// Sources that have not been compiled cannot be a worker on Node 20: their work is done in place.
const compiled = !import.meta.url.endsWith('.ts');

let writing = 0;

/** Throws a 503 where as many sheets are being written as there may be. */
export function roomForSheet(): void {
  if (writing >= MOST)
    throw new ProblemError('busy', 'Too many large workbooks are being written; ask again in a moment.');
}

type Hand = { ask(asked: Asked): Promise<Uint8Array>; close(): unknown };

function inPlace(template: Template): Hand {
  const writer = new SheetWriter(template);
  return {
    ask: async (asked) => (asked === 'end' ? writer.end() : writer.rows('rows' in asked ? asked.rows : [])),
    close() {},
  };
}

function beside(template: Template): Hand {
  const worker = new Worker(new URL('./sheetWorker.js', import.meta.url));
  worker.unref();
  const ask = async (asked: Asked) => {
    worker.postMessage(asked);
    // An error of the thread is thrown here.
    const [bytes] = await once(worker, 'message');
    return bytes as Uint8Array;
  };
  let first: Promise<Uint8Array> | null = ask({ template });
  return {
    async ask(asked) {
      const before = first && (await first);
      first = null;
      const bytes = await ask(asked);
      return before ? Buffer.concat([before, bytes]) : bytes;
    },
    close: () => worker.terminate(),
  };
}

/**
 * A workbook as its last sheet's rows come: a slice is taken when its bytes are wanted, so that a slow reader holds up the
 * rows, and one that leaves ends the work.
 */
export async function* streamedSheet(
  template: Template,
  slices: AsyncIterable<readonly StreamedRow[]>,
): AsyncGenerator<Uint8Array> {
  roomForSheet();
  writing++;
  const hand = compiled ? beside(template) : inPlace(template);
  try {
    for await (const rows of slices) yield await hand.ask({ rows });
    yield await hand.ask('end');
  } finally {
    writing--;
    await hand.close();
  }
}
