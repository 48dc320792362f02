import { hostTrace, ipTrace, type Named } from './names.ts';

/** A hop of real mail is below 800 characters. Attack: a field of megabytes. */
export const MOST_HOP_CHARS = 1_000;

/** What one Received field names, and in which of its clauses. */
export interface HopTrace {
  readonly part: 'from' | 'by' | 'authenticated sender';
  readonly named: Named;
}

const LOGIN = '(Authenticated sender: ';

/**
 * Who handed a message to whom, by one Received field (RFC 5321, 4.4): what the sender called itself, its name
 * by the DNS, its address, the receiver, and who logged in to send. Read by characters: every message of a leak has
 * some, and patterns took four times as long.
 *
 * @param text of the field, one character per byte, folded as it is
 */
export function hopTraces(text: string): readonly HopTrace[] {
  const start = afterSpace(text, 0);
  const by = wordAt(text, 'by', start);
  const login = text.indexOf(LOGIN);
  const value = login < 0 ? '' : token(text, login + LOGIN.length, text.length);
  const found = namesOf(text, start, by);
  if (value === '') return found;
  return [...found, { part: 'authenticated sender', named: { kind: 'user-name', value } }];
}

/** Hops come from the leak: the memory that spares reading them again must not grow with them. */
const MOST_KNOWN = 4_000;
const known = new Map<string, readonly HopTrace[]>();

/** What follows the receiver's name is new in every message; what stands before it is that of the mail before. */
function namesOf(text: string, start: number, by: number): readonly HopTrace[] {
  const receiver = by < 0 ? 0 : afterSpace(text, by + 2);
  const end = by < 0 ? text.length : receiver + token(text, receiver, text.length).length;
  const names = text.slice(start, end);
  const before = known.get(names);
  if (before !== undefined) return before;
  const found = readNames(names, by < 0 ? by : by - start);
  // A copy: V8 would keep the whole header alive behind a slice of it.
  if (known.size < MOST_KNOWN) known.set(Buffer.from(names, 'latin1').toString('latin1'), found);
  return found;
}

function readNames(text: string, by: number): readonly HopTrace[] {
  const found: HopTrace[] = [];
  const add = (part: HopTrace['part'], named: Named | null) => {
    if (named !== null) found.push({ part, named });
  };
  if (text.startsWith('from') && isSpace(text.charCodeAt(4))) {
    const from = afterSpace(text, 4);
    const end = by < 0 ? text.length : by;
    add('from', hostTrace(token(text, from, end)));
    addBracketed(text, from, end, add);
  }
  if (by >= 0) add('by', hostTrace(token(text, afterSpace(text, by + 2), text.length)));
  return found;
}

/** `(rdns [1.2.3.4])`, `(HELO name)`, `(port=1 helo=name)`, `(1.2.3.4)`, `[1.2.3.4]`: in any order. */
function addBracketed(
  text: string,
  start: number,
  end: number,
  add: (part: HopTrace['part'], named: Named | null) => void,
): void {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== OPEN_ROUND && code !== OPEN_SQUARE) continue;
    const word = token(text, at + 1, end);
    const next = text.charCodeAt(afterSpace(text, at + 1 + word.length));
    if (isAddressLike(word)) add('from', ipTrace(withoutPrefix(word)));
    else if (code === OPEN_ROUND && next === OPEN_SQUARE) add('from', hostTrace(word));
    else if (code === OPEN_ROUND) add('from', greeting(text, at + 1, word, end));
  }
}

const OPEN_ROUND = 0x28;
const OPEN_SQUARE = 0x5b;

function greeting(text: string, at: number, word: string, end: number): Named | null {
  if (word === 'HELO' || word === 'EHLO') return hostTrace(token(text, afterSpace(text, at + 4), end));
  const close = text.indexOf(')', at);
  const helo = text.indexOf('helo=', at);
  return helo < 0 || helo > close || helo > end ? null : hostTrace(token(text, helo + 5, end));
}

/** Digits and dots, or hexadecimal with colons: whether it is an address is seen later. */
function isAddressLike(word: string): boolean {
  const first = word.charCodeAt(0);
  return (first >= 0x30 && first <= 0x39) || word.includes(':');
}

function withoutPrefix(word: string): string {
  return word.startsWith('IPv6:') ? word.slice(5) : word;
}

/** Up to white space, a bracket or a semicolon; a square bracket at its very beginning belongs to it. */
function token(text: string, start: number, end: number): string {
  let at = start;
  if (text.charCodeAt(at) === OPEN_SQUARE) at++;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (
      isSpace(code) ||
      code === OPEN_ROUND ||
      code === 0x29 ||
      code === OPEN_SQUARE ||
      code === 0x5d ||
      code === 0x3b
    )
      break;
  }
  return text.slice(start, at);
}

/** Where a word stands between white space; −1 without it. */
function wordAt(text: string, word: string, start: number): number {
  for (let at = text.indexOf(word, start); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = at === 0 || isSpace(text.charCodeAt(at - 1));
    if (before && isSpace(text.charCodeAt(at + word.length))) return at;
  }
  return -1;
}

function afterSpace(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
