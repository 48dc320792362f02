/**
 * What every answer carries. The policy is for the app's own page: its scripts and styles come from this server
 * and nothing else is asked for from anywhere. `blob:` is where a worker for the layout of a graph comes from.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
};

/**
 * Of a document out of the leak, made to be shown in a frame without scripts. Even opened alone it runs nothing,
 * sends nothing and loads nothing: pictures are in it as `data:`.
 */
export const LEAK_DOCUMENT_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    'sandbox',
    "default-src 'none'",
    'img-src data:',
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; '),
  'X-Frame-Options': 'SAMEORIGIN',
};

/** Of a picture out of the leak: an address opened alone is a document too. */
export const LEAK_PICTURE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Cache-Control': 'private, max-age=600',
};
