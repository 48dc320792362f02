import { Parser } from 'htmlparser2';

/** Hears the tags and words of a page, and says when it has had enough. */
export interface HtmlReader {
  readonly full: boolean;
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/** Piece by piece, so that reading can stop at a reader's depth or at enough text. */
const PIECE = 2048;

/** Reads at most so many characters of a page to a reader, in one pass. Never throws, never loads anything. */
export function readHtml(html: string, mostChars: number, reader: HtmlReader): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: (text) => reader.text(text),
      onclosetag: (name) => reader.close(name),
    },
    { decodeEntities: true },
  );
  const end = Math.min(html.length, mostChars);
  for (let at = 0; at < end && !reader.full; at += PIECE)
    parser.write(html.slice(at, Math.min(end, at + PIECE)));
  if (!reader.full) parser.end();
}
