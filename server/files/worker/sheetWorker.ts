import { parentPort } from 'node:worker_threads';
import { type SheetMessage, SheetWriter } from './sheet.ts';

let writer: SheetWriter | undefined;

function bytesOf(message: SheetMessage): Uint8Array {
  if (message === 'end') return writer?.end() ?? new Uint8Array();
  if ('rows' in message) return writer?.rows(message.rows) ?? new Uint8Array();
  writer = new SheetWriter(message.template);
  return writer.rows([]);
}

parentPort?.on('message', (message: SheetMessage) => parentPort?.postMessage(bytesOf(message)));
