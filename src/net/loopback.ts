/**
 * Whether a host is this machine by its name alone, so that nothing said to it leaves. A name may begin as an address
 * does: `127.0.0.1.example.org` is somebody else's.
 */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
