import { originalLinks } from '../../links/rewritten-links.ts';

/**
 * What a body may have been before a change that is made line by line, whatever its type; some are the text as given.
 * Line ends are LF, a character is a byte. Each is put together when it is asked for, and none whose sign is not in the
 * text: nine patterns over every body that lists changed would cost more than to hash what they leave.
 */
export function* lineRewrites(text: string): Generator<readonly [change: string, rewritten: string]> {
  if (text.includes('From ')) {
    // mboxo and mboxrd quote "From " at the start of a line; some readers forget to undo it.
    yield ['from-stuffing', text.replace(/^>(>*From )/gm, '$1')];
    for (const each of unstuffedInPart(text)) yield ['from-stuffing', each];
    // And some undo it though it stood there from the beginning.
    yield ['from-stuffing', text.replace(/^(>*From )/gm, '>$1')];
  }
  // A line that begins with a dot gets a second one in transfer (RFC 5321 section 4.5.2); some stores keep it.
  if (text.includes('..')) yield ['dot-stuffing', text.replace(/^\.\./gm, '.')];
  // Transports that turn every CR, or every LF, into CRLF.
  if (text.includes('\r')) yield ['line-ends', text.replace(/\r+\n?/g, '\n')];
  // The signature separator is "-- "; editors and archives strip the space.
  if (text.includes('--')) yield ['trailing-space', text.replace(/^--(?=\r?$)/gm, '-- ')];
  if (TRAILING_SPACE.test(text)) yield ['trailing-space', withoutTrailingSpace(text)];
  // Filters put links of their own for those of the text; theirs hold the others.
  yield ['link-rewriting', originalLinks(text)];
}

/** Of lines that mboxo quoted and lines that had the mark from the beginning nothing tells which are which: each choice of few. */
function* unstuffedInPart(text: string): Generator<string> {
  const lines = text.match(/^>From /gm)?.length ?? 0;
  if (lines < 2 || lines > MOST_STUFFED) return;
  for (let choice = 1; choice < 2 ** lines - 1; choice++) {
    let line = 0;
    yield text.replace(/^>From /gm, (whole) => (choice & (1 << line++) ? whole.slice(1) : whole));
  }
}

/** A pass over the body for each of fourteen choices. */
const MOST_STUFFED = 4;

const TRAILING_SPACE = /[^\S\n](?:\n|$)/;

/** Line by line, because a pattern over the whole would be quadratic in a flood of spaces. */
function withoutTrailingSpace(text: string): string {
  return text
    .split('\n')
    .map((line) => (/^-- \r?$/.test(line) ? line : line.trimEnd()))
    .join('\n');
}
