import { parentPort } from 'node:worker_threads';
import { SheetWriter, type StreamedRow, type Template } from './sheet.ts';

export type Asked = { template: Template } | { rows: readonly StreamedRow[] } | 'end';

let writer: SheetWriter | undefined;

function bytesOf(asked: Asked): Uint8Array {
  if (asked === 'end') return writer?.end() ?? new Uint8Array();
  if ('rows' in asked) return writer?.rows(asked.rows) ?? new Uint8Array();
  writer = new SheetWriter(asked.template);
  return writer.rows([]);
}

parentPort?.on('message', (asked: Asked) => parentPort?.postMessage(bytesOf(asked)));
