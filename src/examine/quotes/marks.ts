/** The lines by which mail programs show that what follows is quoted, in English and French first. */

/** A header block as Outlook, Exchange and forwarding programs write it, and its last line. */
export interface BlockHeader {
  readonly from: string;
  readonly subject: string;
  readonly end: number;
}

/** Lines without their quotation marks. */
type Lines = readonly { readonly rest: string }[];

// Bold marks come from HTML turned into text. French puts a (no-break) space before the colon.
const FROM = /^\*?(?:from|de|von|da|van|od)\s?:\*?\s*(\S.*)$/iu;
const SUBJECT = /^\*?(?:subject|objet|sujet|betreff|oggetto|asunto|onderwerp)\s?:\*?\s*(.*)$/iu;
const TIME = /^\*?(?:sent|date|envoyé|envoyé le|gesendet|datum|inviato|data|fecha|enviado)\s?:/iu;
const ANY_FIELD = /^\*?\p{L}[\p{L} -]{0,20}\s?:/u;
/** Lines of a block of fields. */
const MOST_FIELDS = 10;
/** Where the colon of a first field may stand: "De:", "*Onderwerp :". */
const SHORTEST_FIELD = 2;
const LONGEST_FIELD = 11;

/**
 * The header block that begins at a line, or null: From, a time and a Subject within ten lines, in any order (From
 * first in Outlook, Date first in old Hotmail, Subject first in some French programs).
 */
export function blockHeader(lines: Lines, at: number): BlockHeader | null {
  const opening = lines[at]?.rest ?? '';
  // The same question for nearly all lines, without a pattern.
  const colon = opening.indexOf(':');
  if (colon < SHORTEST_FIELD || colon > LONGEST_FIELD) return null;
  if (!FROM.test(opening) && !TIME.test(opening) && !SUBJECT.test(opening)) return null;
  let from: string | null = null;
  let subject: string | null = null;
  let isDated = false;
  let end = at;
  for (let next = at; next <= at + MOST_FIELDS && next < lines.length; next++) {
    const line = lines[next]?.rest ?? '';
    if (line === '') break;
    const isField = ANY_FIELD.test(line);
    // Recipients go on over several lines; once all is there only fields belong to the block.
    if (!isField && from !== null && subject !== null && isDated) break;
    from ??= FROM.exec(line)?.[1] ?? null;
    subject ??= SUBJECT.exec(line)?.[1] ?? null;
    isDated ||= TIME.test(line);
    if (isField || from === null || subject === null || !isDated) end = next;
  }
  return from === null || subject === null || !isDated ? null : { from, subject, end };
}

const SEPARATOR =
  /^(?:-{2,}\s*(?:original message|message d['’]origine|message original|forwarded message|forwarded by .{0,60}|message transféré|message réexpédié|ursprüngliche nachricht|original appointment)\s*-{2,}|(?:begin forwarded message|début du message (?:réexpédié|transféré))\s?:)$/iu;

/** "-----Original Message-----" and its like. */
export function isSeparator(rest: string): boolean {
  // It begins with a hyphen or ends in a colon, which nearly no line does.
  const isLikely = rest.charCodeAt(0) === HYPHEN || rest.endsWith(':');
  return isLikely && rest.length < 120 && SEPARATOR.test(rest);
}

const HYPHEN = 0x2d;

const WROTE = /(?:wrote|writes|a écrit|schrieb|escribió|ha scritto)\s?:$/iu;
const BEGINS = /^(?:on|le|am|el|il|at)\s|^\S.{0,80}(?:wrote|writes|a écrit)\s?:$|<[^<>\s]+@[^<>\s]+>/iu;
// "On Tuesday … at … Firstname Lastname <address> wrote:" is broken over up to three lines.
const MOST_ATTRIBUTION_LINES = 3;
/** Characters of all its lines. Attack: a line of megabytes under a pattern. */
const LONGEST_ATTRIBUTION = 200;

/** The last line of an attribution ("On … wrote:") that begins at a line; null when none does. */
export function attributionEnd(lines: Lines, at: number): number | null {
  const first = lines[at]?.rest ?? '';
  if (!isColonNear(lines, at) || !BEGINS.test(first.slice(0, LONGEST_ATTRIBUTION))) return null;
  let length = 0;
  for (let next = at; next < at + MOST_ATTRIBUTION_LINES && next < lines.length; next++) {
    const line = lines[next]?.rest ?? '';
    length += line.length;
    if (line === '' || length > LONGEST_ATTRIBUTION) return null;
    if (WROTE.test(line)) return next;
  }
  return null;
}

/** Whether one of the lines in question ends as an attribution does: hardly any do. */
function isColonNear(lines: Lines, at: number): boolean {
  for (let next = at; next < at + MOST_ATTRIBUTION_LINES; next++) {
    if (lines[next]?.rest.endsWith(':')) return true;
  }
  return false;
}

/** RFC 3676 section 4.3; the space behind is lost in many stores. */
export function isSignatureMark(rest: string): boolean {
  return rest === '--';
}

const SHORTEST_RULE = 30;

/** The rule that Mailman, Yahoo Groups and filters put before a footer. */
export function isFooterRule(rest: string): boolean {
  return rest.length >= SHORTEST_RULE && /^(?:_+|-+|=+)$/u.test(rest);
}
