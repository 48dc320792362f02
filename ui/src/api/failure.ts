import type { Text } from '../i18n/language.ts';
import { t } from '../i18n/t.ts';

/**
 * Why the server gave no answer. `gone`: it is not running any more. `locked`: it does not know this browser.
 * `missing`: there is no such thing in the case. `refused`: it understood and says why not, `at` the place in a
 * query.
 */
export type ApiFailure =
  | { readonly type: 'gone' }
  | { readonly type: 'locked' }
  | { readonly type: 'missing'; readonly code: string; readonly message: string }
  | { readonly type: 'refused'; readonly code: string; readonly message: string; readonly at: number | null };

export class ApiError extends Error {
  readonly failure: ApiFailure;

  constructor(failure: ApiFailure) {
    super(failure.type);
    this.failure = failure;
  }
}

const GONE: Text = {
  en: 'The workbench on this machine does not answer. Start it again with "tamis open", then reload.',
  fr: "L'atelier ne répond plus sur cette machine. Relancez-le avec « tamis open », puis rechargez la page.",
};
const LOCKED: Text = {
  en: 'This browser is not signed in. Use the address that "tamis open" printed.',
  fr: "Ce navigateur n'est pas connecté. Utilisez l'adresse affichée par « tamis open ».",
};

/** In the language of the page; what the server says of a refused request is told as it says it. */
export function tellFailure(failure: ApiFailure): string {
  if (failure.type === 'gone') return t(GONE);
  return failure.type === 'locked' ? t(LOCKED) : failure.message;
}

/** Whatever was thrown, as a failure: an error of our own code is told too, never swallowed. */
export function failureOf(cause: unknown): ApiFailure {
  if (cause instanceof ApiError) return cause.failure;
  const message = cause instanceof Error ? cause.message : String(cause);
  return { type: 'refused', code: 'unexpected', message, at: null };
}
