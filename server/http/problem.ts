/** Every way in which a request can fail that its reader can act on, with the HTTP status of each. */
export const STATUS_OF = {
  bad_request: 400,
  unknown_parameter: 400,
  missing_parameter: 400,
  repeated_parameter: 400,
  invalid_value: 400,
  not_allowed: 403,
  unknown_route: 404,
  unknown_metric: 404,
  unknown_area: 404,
  unknown_period: 404,
  unknown_group: 404,
  unknown_version: 404,
  no_data: 404,
  method_not_allowed: 405,
  request_too_slow: 408,
  too_large: 413,
  url_too_long: 414,
  too_many_requests: 429,
  headers_too_long: 431,
  internal: 500,
  no_dataset: 503,
  not_built: 503,
  busy: 503,
  no_room: 503,
  too_slow: 503,
} as const;

export type ProblemCode = keyof typeof STATUS_OF;

/** What each code means, for the description of the API. */
export const MEANING_OF: Record<ProblemCode, string> = {
  bad_request: 'The request could not be read.',
  unknown_parameter: 'A parameter that the question does not have; the message names those it has.',
  missing_parameter: 'A parameter that the question needs is missing or empty.',
  repeated_parameter: 'A parameter is given more than once.',
  invalid_value: 'A parameter has a value that is not one of those allowed, which the message names.',
  not_allowed: 'Files are loaded only from this machine, by a page of this server.',
  unknown_route: 'No such question.',
  unknown_metric: 'No such metric; details names the nearest.',
  unknown_area: 'No such area; details names the nearest.',
  unknown_period: 'No such period, or none with figures; details names the nearest.',
  unknown_group: 'No such patient group for this metric; details names those there are.',
  unknown_version: 'A data version that is not served; details names the one that is.',
  no_data: 'Metric, area and period exist, but there is no figure for them.',
  method_not_allowed: 'Only GET and HEAD are answered.',
  request_too_slow: 'The request did not arrive in time.',
  too_large: 'The file is too large.',
  url_too_long: 'The address is too long.',
  too_many_requests:
    'Too many requests in a short time, or too many files being made for you; ask again after Retry-After.',
  headers_too_long: 'The headers of the request are too long.',
  internal: 'A fault of the server, which has been logged.',
  no_dataset: 'No dataset can be served at the moment; the message says why and what to do.',
  not_built: 'The pages have not been built, and charts are drawn by them.',
  busy: 'Too many questions or files are being computed; ask again in a moment.',
  no_room: 'The server has no room on its disk for the file; the CSV of one metric needs none.',
  too_slow: 'The answer took too long to compute.',
};

/** A failure the reader can act on: it says what is wrong and what would be right. Anything else thrown is a bug, a 500. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly details: readonly string[];

  /** `cause` is for the log, never for the reader. */
  constructor(code: ProblemCode, message: string, details: readonly string[] = [], cause?: unknown) {
    super(message, { cause });
    this.name = 'ProblemError';
    this.code = code;
    this.details = details;
  }

  get status() {
    return STATUS_OF[this.code];
  }

  body() {
    const { code, message, details } = this;
    return details.length > 0 ? { code, message, details } : { code, message };
  }
}

/** A folder that is full, read-only, not ours or not there, as the system says it or DuckDB; rows too many to be sorted. */
const UNWRITABLE =
  /\b(ENOSPC|EDQUOT|EROFS|EACCES|EPERM|ENOENT|ENOTDIR)\b|No space left|Read-only file system|Disk quota|^Out of Memory Error/;

/** For `catch` around a writing: throws a 503 with the message where there is no room to write; all else is thrown on. */
export const orNoRoom =
  (message: string) =>
  (error: unknown): never => {
    if (!UNWRITABLE.test((error as Error).message)) throw error;
    throw new ProblemError('no_room', message, [], error);
  };

/** For `catch`: null in place of a reply that was refused; a bug is thrown on. */
export function nullIfRefused(error: unknown): null {
  if (error instanceof ProblemError) return null;
  throw error;
}

/** For `catch`: null where metric and area exist, and there is no figure by then; all else is thrown on. */
export function nullIfNoFigure(error: unknown): null {
  if (error instanceof ProblemError && ['no_data', 'unknown_period'].includes(error.code)) return null;
  throw error;
}

/** The nearest ids as a sentence, to stand after what is unknown; empty where there are none. */
export const suggestion = (found: readonly string[]) =>
  found.length > 0 ? ` The nearest: ${found.join(', ')}.` : '';
