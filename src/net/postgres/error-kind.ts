import type { ErrorKind } from './protocol.ts';

/** By SQLSTATE (PostgreSQL manual, appendix A) or by the code of Node for what happened to the socket. */
export function errorKind(code: string, message: string): ErrorKind {
  // 23505: two workers made the same row at the same moment; the second try finds it.
  if (code === '40001' || code === '40P01' || code === '23505') return 'again';
  if (code === '53100' || code === '53200' || NO_ROOM.test(message)) return 'disk-full';
  if (code === '42501') return 'denied';
  if (code.startsWith('28') || code === '3D000') return 'refused';
  if (code.startsWith('08') || code.startsWith('57P') || code === '53300' || SOCKET.has(code)) return 'lost';
  if (code === '' && LOST.test(message)) return 'lost';
  return 'other';
}

const SOCKET: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOENT',
]);

// What a server with a full disk says to who connects to it (XX000).
const NO_ROOM = /no space left on device|could not write init file/i;

// Of the client itself, which has no codes for these.
const LOST = /connection terminated|timeout expired|query read timeout|not queryable|closed the connection/i;
