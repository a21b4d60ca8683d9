import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants, gzipSync } from 'node:zlib';

const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The bytes of one encoding, with all the headers they go out with. */
type Variant = { etag: string; body: Buffer; headers: string[]; notModified: string[] };

export type AnswerOptions = {
  type: string;
  cacheControl: string;
  /** Headers that every reply of its kind carries. */
  headers: Readonly<Record<string, string>>;
  /** Brotli's effort, 0 to 11: low where a reader waits. */
  quality?: number;
  /** Already compressed, as a picture or a presentation is: sent as it is. */
  packed?: boolean;
};

export const REVALIDATE = 'public, max-age=0, must-revalidate';
export const FOREVER = 'public, max-age=31536000, immutable';

const flat = (headers: Record<string, string>) => Object.entries(headers).flat();

/** A body computed once, kept compressed; its other encodings are made when first asked for. */
export class Answer {
  readonly #options: AnswerOptions;
  readonly #hash: string;
  readonly #variants: Partial<Record<Encoding, Variant>> = {};
  /** Whether it was asked for again since the last sweep of the cache. */
  used = false;
  bytes = 0;
  dropped = false;

  constructor(body: string | Buffer, options: AnswerOptions) {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    this.#options = options;
    this.#hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
    if (options.packed) {
      this.#keep('identity', bytes);
      return;
    }
    const compressed = brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: options.quality ?? 4,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    });
    this.#keep('br', compressed);
  }

  #keep(encoding: Encoding, body: Buffer): Variant {
    const etag = `"${this.#hash}-${encoding}"`;
    const revalidated = {
      etag,
      ...(this.#options.packed ? {} : { vary: 'Accept-Encoding' }),
      'cache-control': this.#options.cacheControl,
      ...this.#options.headers,
    };
    const headers = flat({
      'content-type': this.#options.type,
      'content-length': String(body.length),
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      ...revalidated,
    });
    const variant = { etag, body, headers, notModified: flat(revalidated) };
    this.#variants[encoding] = variant;
    this.bytes += body.length + 1500;
    return variant;
  }

  /** The body itself. */
  identity(): Buffer {
    const kept = this.#variants.identity ?? this.#variants.br;
    if (!kept) return Buffer.alloc(0);
    return kept === this.#variants.br ? brotliDecompressSync(kept.body) : kept.body;
  }

  /** The same body, to be kept by caches as another rule has it. */
  under(cacheControl: string): Answer {
    return new Answer(this.identity(), { ...this.#options, cacheControl });
  }

  variant(wanted: Encoding): Variant {
    const encoding = this.#options.packed ? 'identity' : wanted;
    const kept = this.#variants[encoding];
    if (kept) return kept;
    const body = this.identity();
    return this.#keep(encoding, encoding === 'gzip' ? gzipSync(body, { level: 6 }) : body);
  }
}

const chosen = new Map<string, Encoding>();

const WEIGHTED = /^\s*([^\s;]+)\s*(?:;\s*q\s*=\s*([\d.]+)\s*)?$/;

/** How much a header wants each encoding, 0 to 1, by name in lower case; `*` stands for all that are not named. */
function weightsOf(header: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [, name, weight = '1'] = WEIGHTED.exec(part) ?? [];
    if (name !== undefined) weights.set(name === 'x-gzip' ? 'gzip' : name, Number(weight));
  }
  return weights;
}

/** The encoding wanted most; of those wanted equally the smallest. What is not compressed is always understood. */
function choose(header: string): Encoding {
  const weights = weightsOf(header);
  const weightOf = (encoding: string) => weights.get(encoding) ?? weights.get('*') ?? 0;
  const [best = 'identity'] = ENCODINGS.filter((encoding) => weightOf(encoding) > 0).sort(
    (a, b) => weightOf(b) - weightOf(a),
  );
  return best;
}

/** The best encoding that an Accept-Encoding header allows. */
export function encodingFor(header: string | undefined): Encoding {
  if (header === undefined) return 'identity';
  let encoding = chosen.get(header);
  if (encoding === undefined) {
    if (chosen.size >= 200) chosen.clear();
    encoding = choose(header);
    chosen.set(header, encoding);
  }
  return encoding;
}

/** Whether an If-None-Match header names an ETag. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag || header === '*') return true;
  return header.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
