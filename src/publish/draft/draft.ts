import type { Failure } from '../../model/index.ts';

/** `hidden` is what a reader does not see and a program does: comments, deleted text, properties, alternatives. */
export type BlockKind = 'headline' | 'heading' | 'text' | 'note' | 'hidden';

/** One paragraph of a draft. */
export interface Paragraph {
  readonly kind: BlockKind;
  /** From 1, in the order of the draft; what is hidden is counted too. */
  readonly number: number;
  /** Offsets in the text of the draft, in UTF-16 units. */
  readonly at: number;
  readonly end: number;
  /** Line of the source where it begins, from 1; null where the format has no lines (docx). */
  readonly line: number | null;
  /** Of what is hidden, where it hides: `comment`, `deleted text`, `property title`; else empty. */
  readonly where: string;
}

/** Where something stands, for a person to find it. */
export interface Place {
  readonly paragraph: number;
  readonly line: number | null;
  readonly where: string;
}

export interface DraftLink {
  /** As written, decoded from HTML. */
  readonly target: string;
  readonly at: number;
}

/** An item of a case that the draft cites. Forms: docs/publishing.md. */
export interface Citation {
  /** Id of the item or its beginning. */
  readonly ref: string;
  /** Where a reader meets it: of a footnote, the mark in the text. */
  readonly at: number;
  readonly end: number;
  /** What stands behind the id in the brackets, or in the footnote: a label and its method may. */
  readonly remark: string;
}

/** A picture that would be published with the draft. */
export interface DraftImage {
  /** As written: a path, an address, the part of a docx. */
  readonly name: string;
  readonly at: number;
  /** Null: not within the draft. */
  readonly bytes: Uint8Array | null;
}

export const DRAFT_FORMATS = ['markdown', 'html', 'docx', 'text'] as const;

export type DraftFormat = (typeof DRAFT_FORMATS)[number];

export interface Draft {
  readonly format: DraftFormat;
  /** Hash of the bytes that were read. */
  readonly sha256: string;
  /** All paragraphs, two line ends between them; characters without width are left out. */
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly headline: Paragraph | null;
  /** The first paragraphs of running text, as far as three sentences reach. */
  readonly lead: { readonly at: number; readonly end: number } | null;
  readonly links: readonly DraftLink[];
  readonly citations: readonly Citation[];
  readonly images: readonly DraftImage[];
  /** Entries before the text (`editor: …`), keys in lower case. */
  readonly frontMatter: Readonly<Record<string, string>>;
  /** Why it could not be read, or not whole. */
  readonly failure: Failure | null;
}

/** The paragraph that holds an offset. */
export function placeOf({ text, paragraphs }: Pick<Draft, 'text' | 'paragraphs'>, at: number): Place {
  const found = paragraphs.findLast((one) => one.at <= at) ?? paragraphs[0];
  if (found === undefined) return { paragraph: 1, line: null, where: '' };
  const lines = text.slice(found.at, at).split('\n').length - 1;
  return {
    paragraph: found.number,
    line: found.line === null ? null : found.line + lines,
    where: found.where,
  };
}

/** The citations that readers see: what a hidden one says of an item is said to nobody. */
export function seenCitations({ citations, paragraphs }: Draft): readonly Citation[] {
  return citations.filter(({ at }) => paragraphs.findLast((one) => one.at <= at)?.kind !== 'hidden');
}
