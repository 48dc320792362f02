import { fieldNameAt, type LineLikeness, likenessOf, nextLine } from './field-name.ts';

/** Lines of the presumed header that are looked at; the longest real header has some 200. */
const LINES = 80;

/** More lines than this that are no header, and it is prose. */
const BAD_LINES = 3;

/** The fields that mail is made of. Others of the known ones open documents of other kinds as well. */
const CORE = new Set(
  (
    'from to subject date message-id received return-path mime-version content-type delivered-to ' +
    'dkim-signature content-transfer-encoding reply-to in-reply-to references newsgroups cc sender bcc ' +
    'arc-seal resent-from x-mailer envelope-to x-original-to received-spf authentication-results ' +
    'x-mozilla-status x-gmail-labels x-gm-thrid list-id x-received x-account-key'
  ).split(' '),
);

/** What the lines at the top of a text look like when they are read as a header. */
export interface HeaderBlock {
  /** What the first line is. */
  readonly first: LineLikeness;
  /** Different fields of CORE. */
  readonly core: ReadonlySet<string>;
  readonly knownLines: number;
  /** Lines with the grammar of a field and a name nobody knows. */
  readonly likeLines: number;
  /** Lines that have no place in a header. */
  readonly badLines: number;
  /** A known field that is not Content-* or MIME-Version was seen. */
  readonly beyondMime: boolean;
  /** A blank line or the end of the bytes came. */
  readonly ended: boolean;
}

/**
 * Counts the lines that begin at `start` until the header ends. Stops early at what is certain: four core
 * fields without a bad line, one of them put there by transport, which real messages show within a few lines.
 */
export function headerBlock(head: Uint8Array, start: number): HeaderBlock {
  const core = new Set<string>();
  let [knownLines, likeLines, badLines, at] = [0, 0, 0, start];
  let beyondMime = false;
  const first = likenessOf(head, start);
  let line = first;
  for (let lines = 0; lines < LINES && line !== 'blank' && line !== 'end'; lines++) {
    if (line === 'known') {
      const name = fieldNameAt(head, at);
      knownLines++;
      if (CORE.has(name)) core.add(name);
      beyondMime ||= !name.startsWith('content-') && name !== 'mime-version';
      if (badLines === 0 && core.size >= 4 && wasSent(core)) break;
    } else if (line === 'like') {
      likeLines++;
    } else if (line === 'no' && ++badLines > BAD_LINES) {
      break;
    }
    at = nextLine(head, at, head.length);
    line = likenessOf(head, at);
  }
  const ended = line === 'blank' || line === 'end';
  return { first, core, knownLines, likeLines, badLines, beyondMime, ended };
}

/** Fields that a page saved by a browser does not have. */
export function wasSent(core: ReadonlySet<string>): boolean {
  return core.has('received') || core.has('message-id') || core.has('to');
}

/**
 * Whether it is a header: two different core fields, or three when some lines are none, and unknown names not
 * three times as many as known ones (package lists, YAML and HTTP have those). Where the name of the file speaks for mail, one
 * known field is enough.
 */
export function looksLikeHeader(block: HeaderBlock, hinted: boolean): boolean {
  const fields = block.core.size;
  if (block.first !== 'known' && block.first !== 'like') return hinted && fields >= 2;
  if (hinted) return fields >= 1 || (block.ended && block.knownLines >= 1) || block.likeLines >= 2;
  if (block.badLines > 0) return fields >= 3 && block.first === 'known';
  if (fields >= 2) return block.knownLines * 3 >= block.likeLines;
  // Nothing but Content-* and MIME-Version: a MIME part kept by itself.
  return fields === 1 && block.ended && block.likeLines === 0 && !block.beyondMime;
}
