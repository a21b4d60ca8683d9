import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { Value } from 'typebox/value';
import { expect } from 'vitest';

type Asked = {
  headers?: Record<string, string>;
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS';
  remoteAddress?: string;
};

/** Asks an app; the body is decompressed, and parsed where it is JSON. */
export async function ask(app: FastifyInstance, url: string, asked: Asked = {}) {
  const reply = await app.inject({ url, method: 'GET', ...asked });
  const encoding = reply.headers['content-encoding'];
  const raw = reply.rawPayload;
  const bytes =
    raw.length === 0
      ? raw
      : encoding === 'br'
        ? brotliDecompressSync(raw)
        : encoding === 'gzip'
          ? gunzipSync(raw)
          : raw;
  const text = bytes.toString();
  const isJson = String(reply.headers['content-type']).startsWith('application/json') && text !== '';
  // biome-ignore lint/suspicious/noExplicitAny: tests look into replies of every shape
  const body: any = isJson ? JSON.parse(text) : null;
  return { status: reply.statusCode, headers: reply.headers, text, body, raw };
}

/** The body of an answer, which must be a 200. */
export async function answer<Reply>(app: FastifyInstance, url: string): Promise<Reply> {
  const { status, body } = await ask(app, url);
  expect(status).toBe(200);
  return body as Reply;
}

const validators = new WeakMap<TSchema, Validator>();

/** Checks that a value is what a schema of the contract says, naming the first places where it is not. */
export function expectShape(schema: TSchema, value: unknown) {
  const validator = validators.get(schema) ?? Compile(schema);
  validators.set(schema, validator);
  if (validator.Check(value)) return;
  const errors = [...Value.Errors(schema, value)].slice(0, 3);
  expect(errors.map(({ instancePath, message }) => `${instancePath} ${message}`)).toEqual([
    'as the schema says',
  ]);
}
