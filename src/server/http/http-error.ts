import { TamisError } from '../../model/index.ts';

/** A refusal with its status. `extra` goes beside code and message (`at` of a bad query). */
export class HttpError extends TamisError {
  readonly status: number;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, message: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(code, message);
    this.status = status;
    this.extra = extra;
  }
}

export function badRequest(message: string): HttpError {
  return new HttpError(400, 'bad-request', message);
}

/** Nobody reads it: the connection is closed already. */
export function callerGone(): HttpError {
  return new HttpError(499, 'caller-gone', 'Whoever asked has hung up.');
}

const STATUS: Readonly<Record<string, number>> = {
  'bad-query': 400,
  'bad-option': 400,
  'not-found': 404,
  'no-item': 404,
  'no-bytes': 410,
  'no-posts': 404,
  'case-busy': 503,
  'case-read-only': 409,
  'too-many-pairs': 413,
  'no-chromium': 404,
  'print-failed': 500,
};

/** Status and body for whatever was thrown. What nobody threw on purpose tells nothing of itself. */
export function errorAnswer(error: unknown): {
  readonly status: number;
  readonly body: { readonly error: Readonly<Record<string, unknown>> };
} {
  if (error instanceof HttpError)
    return {
      status: error.status,
      body: { error: { code: error.code, message: error.message, ...error.extra } },
    };
  if (error instanceof TamisError) {
    const at = 'at' in error && typeof error.at === 'number' ? { at: error.at } : {};
    return {
      status: STATUS[error.code] ?? 500,
      body: { error: { code: error.code, message: error.message, ...at } },
    };
  }
  return { status: 500, body: { error: { code: 'internal', message: 'The server made a mistake.' } } };
}
