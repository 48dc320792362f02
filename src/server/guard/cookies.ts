/**
 * The cookie of a session. Not for scripts, not for requests that other sites start. Cookies know no ports, so
 * the port is in the name: two cases open at once do not sign each other out.
 */
export function sessionCookie(port: number, session: string): string {
  return `${cookieName(port)}=${session}; Path=/; HttpOnly; SameSite=Strict`;
}

/** A Set-Cookie header that ends the session. */
export function clearedCookie(port: number): string {
  return `${cookieName(port)}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`;
}

/** The session a Cookie header names; null without one. */
export function sessionOf(header: string | undefined, port: number): string | null {
  const wanted = `${cookieName(port)}=`;
  for (const pair of (header ?? '').split(';')) {
    const trimmed = pair.trim();
    if (trimmed.startsWith(wanted)) return trimmed.slice(wanted.length);
  }
  return null;
}

function cookieName(port: number): string {
  return `tamis-${port}`;
}
