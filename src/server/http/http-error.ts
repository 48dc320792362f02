import { BadQuery } from '../../case/query/index.ts';
import { TamisError } from '../../model/index.ts';
import type { Language, Text } from '../../model/text.ts';
import type { ErrorJson } from '../api/common.ts';

/** A refusal with its status. `extra` goes beside code and message (`at` of a bad query). */
export class HttpError extends TamisError {
  readonly status: number;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    message: string | Text,
    extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(code, message);
    this.status = status;
    this.extra = extra;
  }
}

/** 400 with what is wrong about the question. */
export function badRequest(message: string | Text): HttpError {
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

/** Status and body for whatever was thrown, in a language. What nobody threw on purpose tells nothing of itself. */
export function errorAnswer(
  error: unknown,
  lang: Language,
): { readonly status: number; readonly body: ErrorJson } {
  if (!(error instanceof TamisError))
    return { status: 500, body: { error: { code: 'internal', message: MISTAKE[lang] } } };
  const told = { code: error.code, message: error.text[lang] };
  if (error instanceof HttpError)
    return { status: error.status, body: { error: { ...told, ...error.extra } } };
  const place =
    error instanceof BadQuery ? { at: error.at, why: error.why[lang], hint: error.hint[lang] } : {};
  return { status: STATUS[error.code] ?? 500, body: { error: { ...told, ...place } } };
}

const MISTAKE: Text = { en: 'The server made a mistake.', fr: 'Le serveur a fait une erreur.' };
