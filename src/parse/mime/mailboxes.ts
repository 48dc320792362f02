/** Cuts an address list into mailboxes, before anything in them is decoded. */

/** One mailbox of a list, in its raw pieces. */
export interface Mailbox {
  /** Words and quoted strings outside the angle brackets. */
  words: string;
  /** Inside the angle brackets; null without them. */
  angle: string | null;
  comment: string;
  /** A quoted string is among the words: the name is whole. */
  quoted: boolean;
  /** Ended by a semicolon: the end of a group, or Outlook's separator. */
  ends: boolean;
}

/** One pass over the characters; every step moves on, so the time is linear. */
export function splitMailboxes(value: string): Mailbox[] {
  const scanner = new MailboxScanner(value);
  while (scanner.step());
  return scanner.list;
}

class MailboxScanner {
  readonly list: Mailbox[] = [];
  private readonly value: string;
  private pos = 0;
  private now: Mailbox = emptyMailbox();
  /** Length of the words before the angle bracket. */
  private nameEnd = 0;
  /** A quote without end was seen: there is no other, so do not search again. */
  private unclosed = false;

  constructor(value: string) {
    this.value = value;
  }

  /** Reads one token; false at the end. */
  step(): boolean {
    const { value, pos } = this;
    if (pos >= value.length) {
      this.done(false);
      return false;
    }
    const c = value.charAt(pos);
    if (c === '"') this.quotedString();
    else if (c === '(') this.comment();
    else if (c === '<') this.angle();
    else if (c === ',' || c === ';') this.separator(c === ';');
    else if (c === ':' && this.opensGroup()) this.group();
    else
      this.words(c === '=' && value.startsWith('=?', pos) ? wordEnd(value, pos) : plainEnd(value, pos + 1));
    return true;
  }

  private done(ends: boolean): void {
    const { now } = this;
    now.ends = ends;
    if (now.words.trim() !== '' || now.angle !== null || now.comment !== '' || ends) this.list.push(now);
    this.now = emptyMailbox();
  }

  private quotedString(): void {
    const end = this.unclosed ? -1 : quotedEnd(this.value, this.pos);
    if (end < 0) {
      this.unclosed = true;
      this.pos++;
      return;
    }
    // In a local part the quotes belong to the address.
    const local = this.value.charAt(end + 1) === '@';
    const inside = this.value.slice(this.pos + 1, end);
    this.now.words += local ? `"${inside}"` : inside.replace(/\\(.)/gs, '$1');
    this.now.quoted = true;
    this.pos = end + 1;
  }

  private comment(): void {
    const end = commentEnd(this.value, this.pos);
    const inside = this.value.slice(this.pos + 1, end).replace(/\\(.)/gs, '$1');
    this.now.comment += this.now.comment === '' ? inside : ` ${inside}`;
    this.now.words += ' ';
    this.pos = end + 1;
  }

  private angle(): void {
    const end = angleEnd(this.value, this.pos);
    const { now } = this;
    if (now.angle !== null && /[^@]@[^@]/.test(now.angle)) {
      // A second address without a comma between: `<a@x> <b@x>`, `A <a@x> B <b@x>`.
      const tail = now.words.slice(this.nameEnd);
      now.words = now.words.slice(0, this.nameEnd);
      this.done(false);
      this.now.words = tail;
    } else if (now.angle !== null) {
      now.words += ` ${now.angle}`; // `EDEKA <EDEKA> <a@x>`: the first bracket holds no address
    }
    this.now.angle = this.value.slice(this.pos + 1, end);
    this.nameEnd = this.now.words.length;
    this.pos = this.value.charAt(end) === '>' ? end + 1 : end;
  }

  private separator(ends: boolean): void {
    this.done(ends);
    this.pos++;
  }

  /** `Name:` opens a group unless an address has been read or the words look like one. */
  private opensGroup(): boolean {
    return this.now.angle === null && !this.now.words.includes('@');
  }

  private group(): void {
    this.now = emptyMailbox();
    this.pos++;
  }

  private words(end: number): void {
    this.now.words += this.value.slice(this.pos, end);
    this.pos = end;
  }
}

function emptyMailbox(): Mailbox {
  return { words: '', angle: null, comment: '', quoted: false, ends: false };
}

const SPECIAL = /["(<,;:=]/g;

function plainEnd(value: string, from: number): number {
  SPECIAL.lastIndex = from;
  return SPECIAL.exec(value)?.index ?? value.length;
}

/** An encoded word may hold commas and brackets that break the rules; it is taken whole. */
function wordEnd(value: string, from: number): number {
  const match = /^=\?[^?\s]{1,60}\?[bBqQ]\?[^?]{0,998}\?=/.exec(value.slice(from, from + 1100));
  return match === null ? from + 2 : from + match[0].length;
}

function quotedEnd(value: string, open: number): number {
  for (let i = open + 1; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code === 0x5c) i++;
    else if (code === 0x22) return i;
  }
  return -1;
}

/** Comments nest; an unclosed one reaches to the end. */
function commentEnd(value: string, open: number): number {
  let depth = 0;
  for (let i = open; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code === 0x5c) i++;
    else if (code === 0x28) depth++;
    else if (code === 0x29 && --depth === 0) return i;
  }
  return value.length;
}

/**
 * To `>`; when another `<` or the end comes first, to the next separator. A quoted local part may hold a
 * `>`, and a route (`<@a,@b:c@d>`) or a mistyped domain a comma.
 */
function angleEnd(value: string, open: number): number {
  let separator = -1;
  for (let i = open + 1; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code === 0x3e) return i;
    if (code === 0x3c) return separator < 0 ? i : separator;
    if (separator < 0 && (code === 0x2c || code === 0x3b)) separator = i;
    if (code === 0x22) {
      const end = value.slice(i + 1, i + 130).search(/(?<!\\)"/);
      if (end >= 0) i += end + 1;
    }
  }
  return separator < 0 ? value.length : separator;
}
