import { TamisError } from '../model/error.ts';

/** The error for a file of JSON that a command needs: it is none, or it cannot be read. */
export function unreadJson(code: string, path: string, cause: unknown): TamisError {
  const isOther = cause instanceof SyntaxError;
  return new TamisError(
    code,
    {
      en: `${path}: ${isOther ? 'not JSON' : 'cannot be read'}`,
      fr: `${path}\u00a0: ${isOther ? 'ce n’est pas du JSON' : 'illisible'}`,
    },
    { cause },
  );
}
