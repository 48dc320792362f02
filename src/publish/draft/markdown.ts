import { decodeHTML } from 'entities';
import { noteOf } from '../note/note.ts';
import type { ReadBlocks } from './assemble.ts';
import { type Block, BlockWriter, hiddenBlock } from './block.ts';
import { readFrontMatter } from './front-matter.ts';
import { isUnseen } from './html-tag.ts';
import { writeInline } from './markdown-inline.ts';

/**
 * The paragraphs of a Markdown draft (CommonMark's blocks, footnotes as most editors have them). Lines keep their
 * numbers. What only a program reads is told too: comments, addresses of references.
 */
export function readMarkdown(source: string): ReadBlocks {
  const all = source.replace(/^\ufeff/u, '').split(/\r?\n/u);
  const front = readFrontMatter(all);
  const [blocks, hidden] = [[] as Block[], [] as Block[]];
  const title = front.entries.title ?? front.entries.titre;
  if (title !== undefined && title !== '') blocks.push(headline(title));
  hidden.push(...otherEntries(front.entries));
  const lines = withoutComments(all, hidden);
  for (const { text, line, kind, note } of piecesOf(lines, front.lines)) {
    const writer = new BlockWriter(line);
    const shown = withoutUnseen(text, line, hidden);
    writer.kind = kind === 'headline' && blocks.some((one) => one.kind === 'headline') ? 'heading' : kind;
    writer.note = note;
    writeInline(shown, writer);
    blocks.push(writer.done());
  }
  return { blocks: [...blocks, ...hidden], frontMatter: front.entries, failure: null };
}

/** Entries that no gate asks for (a description, a picture, tags) are published by whatever makes a page of the draft. */
function otherEntries(entries: Readonly<Record<string, string>>): readonly Block[] {
  return Object.entries(entries)
    .filter(([key, value]) => value !== '' && !/^(?:title|titre)$/u.test(key) && isOfNoGate(key))
    .map(([key, value]) => hiddenBlock(value, `entry ${key}`, 1));
}

function isOfNoGate(key: string): boolean {
  return Object.keys(noteOf({ [key]: 'said' })).length === 0;
}

function headline(title: string): Block {
  const writer = new BlockWriter(1);
  writer.kind = 'headline';
  writeInline(title, writer);
  return writer.done();
}

/** Elements of HTML that a browser does not show, within a paragraph: their words become a block of their own. */
function withoutUnseen(text: string, line: number, hidden: Block[]): string {
  if (!text.includes('</')) return text;
  return text.replace(ELEMENT, (whole, _name: string, attributes: string, words: string) => {
    if (!isUnseen(attributes)) return whole;
    const writer = new BlockWriter(line);
    [writer.kind, writer.where] = ['hidden', 'text that is not shown'];
    writeInline(words, writer);
    hidden.push(writer.done());
    return '\n'.repeat(whole.split('\n').length - 1);
  });
}

const ELEMENT = /<([a-z][a-z0-9]{0,15})((?:\s[^<>]{0,2000})?)>([^<]{0,4000})<\/\1\s{0,9}>/giu;

/** Comments become blocks of their own; their lines stay, empty. */
function withoutComments(lines: readonly string[], hidden: Block[]): readonly string[] {
  let open: { line: number; text: string } | null = null;
  return lines.map((line, index) => {
    let [rest, kept] = [line, ''];
    while (rest !== '') {
      const mark = open === null ? '<!--' : '-->';
      const at = rest.indexOf(mark);
      const piece = at < 0 ? rest : rest.slice(0, at);
      if (open === null) kept += piece;
      else open.text += piece;
      if (at < 0) {
        if (open !== null) open.text += '\n';
        break;
      }
      if (open === null) open = { line: index + 1, text: '' };
      else {
        hidden.push(hiddenBlock(decodeHTML(open.text.trim()), 'comment', open.line));
        open = null;
      }
      rest = rest.slice(at + mark.length);
    }
    if (open !== null && index === lines.length - 1)
      hidden.push(hiddenBlock(open.text.trim(), 'comment', open.line));
    return kept;
  });
}

interface Piece {
  readonly text: string;
  readonly line: number;
  readonly kind: Block['kind'];
  readonly note: string | null;
}

const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/u;
const NOTE = /^ {0,3}\[\^([^\]\s]{1,60})\]:\s?(.*)$/u;
const NEW_ITEM = /^\s{0,12}(?:[-*+]|\d{1,3}[.)])\s+/u;

function* piecesOf(lines: readonly string[], from: number): Generator<Piece> {
  let held: string[] = [];
  let start = from;
  let note: string | null = null;
  const flush = function* (): Generator<Piece> {
    if (held.length > 0)
      yield { text: held.join('\n'), line: start + 1, kind: note === null ? 'text' : 'note', note };
    held = [];
    note = null;
  };
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const heading = HEADING.exec(line);
    const mark = NOTE.exec(line);
    if (heading !== null) {
      yield* flush();
      yield {
        text: heading[2] ?? '',
        line: index + 1,
        kind: heading[1] === '#' ? 'headline' : 'heading',
        note: null,
      };
    } else if (held.length > 0 && note === null && /^ {0,3}(?:=+|-+)\s*$/u.test(line)) {
      // The underline of a heading.
      const kind = line.includes('=') ? 'headline' : 'heading';
      yield { text: held.join('\n'), line: start + 1, kind, note: null };
      held = [];
    } else if (mark !== null) {
      yield* flush();
      [held, start, note] = [[mark[2] ?? ''], index, mark[1] ?? ''];
    } else if (line.trim() === '') yield* flush();
    else {
      if (NEW_ITEM.test(line)) yield* flush();
      if (held.length === 0) start = index;
      held.push(line.replace(/^\s{0,3}(?:>\s?)+/u, ''));
    }
  }
  yield* flush();
}
