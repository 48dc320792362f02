/** Errors Tamis raises on purpose. `code` is stable and may be relied upon by other programs. */
export class TamisError extends Error {
  override readonly name = 'TamisError';
  readonly code: string;

  constructor(code: string, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
