import { createHash } from 'node:crypto';
import type { Failure } from '../../model/index.ts';
import type { Block } from './block.ts';
import { citationsIn, refOfLink } from './citations.ts';
import type { Citation, Draft, DraftFormat, DraftImage, DraftLink, Paragraph } from './draft.ts';

export interface ReadBlocks {
  readonly blocks: readonly Block[];
  readonly frontMatter: Readonly<Record<string, string>>;
  readonly failure: Failure | null;
}

const BETWEEN = '\n\n';

/** Puts the blocks of a draft together: one text, and the place of everything in it. */
export function assembleDraft(format: DraftFormat, bytes: Uint8Array, read: ReadBlocks): Draft {
  const blocks = withHeadline(read.blocks.map(visible).filter(isKept));
  let text = '';
  const placed = blocks.map((block, index) => {
    if (index > 0) text += BETWEEN;
    const at = text.length;
    text += block.text;
    return { block, at };
  });
  const paragraphs: Paragraph[] = placed.map(({ block, at }, index) => ({
    kind: block.kind,
    number: index + 1,
    at,
    end: at + block.text.length,
    line: block.line,
    where: block.where,
  }));
  const links: DraftLink[] = placed.flatMap(({ block, at }) =>
    block.links.map((link) => ({ target: link.target, at: at + link.at })),
  );
  const images: DraftImage[] = placed.flatMap(({ block, at }) =>
    block.images.map((image) => ({ ...image, at: at + image.at })),
  );
  return {
    format,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    text,
    paragraphs,
    headline: paragraphs.find(({ kind }) => kind === 'headline') ?? null,
    lead: leadOf(text, paragraphs),
    links,
    citations: citationsOf(placed),
    images,
    frontMatter: read.frontMatter,
    failure: read.failure,
  };
}

/** Zero width, joiners, soft hyphens, marks of direction: nobody sees them, and they would part a number in two. */
const WITHOUT_WIDTH = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

function visible(block: Block): Block {
  if (!WITHOUT_WIDTH.test(block.text)) return block;
  const before = (at: number): number => block.text.slice(0, at).replace(WITHOUT_WIDTH, '').length;
  const moved = <T extends { readonly at: number }>(list: readonly T[]): T[] =>
    list.map((one) => ({ ...one, at: before(one.at) }));
  return {
    ...block,
    text: block.text.replace(WITHOUT_WIDTH, ''),
    links: moved(block.links),
    images: moved(block.images),
    marks: moved(block.marks),
  };
}

function isKept({ text, links, images, marks }: Block): boolean {
  return text.trim() !== '' || links.length + images.length + marks.length > 0;
}

/** Longer than this, a first line is a paragraph and no headline. */
const LONGEST_HEADLINE = 200;

/** Where no block says that it is the headline, a short first line without a full stop is. */
function withHeadline(blocks: readonly Block[]): readonly Block[] {
  if (blocks.some(({ kind }) => kind === 'headline')) return blocks;
  const first = blocks.findIndex(({ kind }) => kind === 'text' || kind === 'heading');
  const block = blocks[first];
  if (block === undefined) return blocks;
  const line = block.text.trim();
  const others = blocks.some(({ kind }, index) => index > first && kind === 'text');
  if (!others || line.length > LONGEST_HEADLINE || line.includes('\n') || /[.…]$/u.test(line)) return blocks;
  return blocks.with(first, { ...block, kind: 'headline' });
}

/** As much of the running text as holds the first three sentences. */
const LEAD_SENTENCES = 3;

function leadOf(text: string, paragraphs: readonly Paragraph[]): Draft['lead'] {
  const running = paragraphs.filter(({ kind }) => kind === 'text');
  const [first] = running;
  if (first === undefined) return null;
  let left = LEAD_SENTENCES;
  let end = first.at;
  for (const paragraph of running) {
    const segments = new Intl.Segmenter('fr', { granularity: 'sentence' }).segment(
      text.slice(paragraph.at, paragraph.end).replaceAll('\n', ' '),
    );
    for (const { segment, index } of segments) {
      if (segment.trim() === '') continue;
      end = paragraph.at + index + segment.length;
      // "M. Dupont" is not two sentences; what is this short ends none.
      if (segment.trim().length > 12) left -= 1;
      if (left === 0) return { at: first.at, end };
    }
  }
  return { at: first.at, end };
}

function citationsOf(placed: readonly { readonly block: Block; readonly at: number }[]): readonly Citation[] {
  const notes = new Map(
    placed.flatMap(({ block }) => (block.note === null ? [] : [[block.note, block] as const])),
  );
  const found = placed.flatMap(({ block, at }) => {
    if (block.note !== null && isMarked(block.note, placed)) return [];
    const own = [...citationsIn(block.text), ...ofLinks(block)];
    const marked = block.marks.flatMap((mark) => {
      const note = notes.get(mark.note);
      if (note === undefined) return [];
      return [...citationsIn(note.text), ...ofLinks(note)].map(({ ref }) => ({
        ref,
        at: mark.at,
        end: mark.at,
        remark: note.text,
      }));
    });
    return [...own, ...marked].map((one) => ({ ...one, at: one.at + at, end: one.end + at }));
  });
  return found.sort((a, b) => a.at - b.at);
}

function isMarked(note: string, placed: readonly { readonly block: Block }[]): boolean {
  return placed.some(({ block }) => block.marks.some((mark) => mark.note === note));
}

/** A link whose own words are the citation is not told twice. */
function ofLinks({ text, links }: Block): Citation[] {
  return links.flatMap(({ target, at }) => {
    const ref = refOfLink(target);
    const said = citationsIn(text.slice(Math.max(0, at - 40), at + 60)).some((one) => one.ref === ref);
    return ref === null || said ? [] : [{ ref, at, end: at, remark: '' }];
  });
}
