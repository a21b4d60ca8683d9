import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { readerOf } from '../../../server/http/reader.ts';

const asked = (remoteAddress: string, forwarded?: string) =>
  readerOf({
    socket: { remoteAddress },
    headers: { 'x-forwarded-for': forwarded },
  } as unknown as IncomingMessage);

test.each([
  ['192.0.2.1', undefined, '192.0.2.1'],
  ['127.0.0.1', undefined, '127.0.0.1'],
  // What a reader writes comes before what the proxy adds.
  ['127.0.0.1', '203.0.113.9, 192.0.2.1', '192.0.2.1'],
  ['::1', '2001:db8::1', '2001:db8::1'],
  ['127.0.0.1', '', '127.0.0.1'],
  // Only a proxy on this machine is believed.
  ['192.0.2.1', '203.0.113.9', '192.0.2.1'],
])('%s, forwarded for %s, is %s', (address, forwarded, reader) =>
  expect(asked(address, forwarded)).toBe(reader),
);
