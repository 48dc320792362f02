import type { Text } from './text.ts';

/**
 * Errors Tamis raises on purpose. `code` is stable and may be relied upon by other programs. What a user meets
 * often is told in each language; `message` is always the English, for logs.
 */
export class TamisError extends Error {
  override readonly name = 'TamisError';
  readonly code: string;
  readonly text: Text;

  constructor(code: string, message: string | Text, options?: { readonly cause?: unknown }) {
    const text = typeof message === 'string' ? { en: message, fr: message } : message;
    super(text.en, options);
    this.code = code;
    this.text = text;
  }
}
