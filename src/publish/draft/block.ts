import type { BlockKind } from './draft.ts';

/** A paragraph as a reader of a format finds it; offsets are within its text. */
export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
  readonly line: number | null;
  readonly where: string;
  readonly links: readonly { readonly target: string; readonly at: number }[];
  readonly images: readonly {
    readonly name: string;
    readonly at: number;
    readonly bytes: Uint8Array | null;
  }[];
  /** Marks of footnotes: which note, and where the mark stands. */
  readonly marks: readonly { readonly note: string; readonly at: number }[];
  /** The footnote this is, or null. */
  readonly note: string | null;
}

/** A block being written. */
export class BlockWriter {
  kind: BlockKind = 'text';
  note: string | null = null;
  line: number | null;
  where = '';
  text = '';
  readonly links: { target: string; at: number }[] = [];
  readonly images: { name: string; at: number; bytes: Uint8Array | null }[] = [];
  readonly marks: { note: string; at: number }[] = [];

  constructor(line: number | null) {
    this.line = line;
  }

  link(target: string): void {
    this.links.push({ target, at: this.text.length });
  }

  image(name: string, bytes: Uint8Array | null): void {
    this.images.push({ name, at: this.text.length, bytes });
  }

  mark(note: string): void {
    this.marks.push({ note, at: this.text.length });
  }

  get isEmpty(): boolean {
    return this.text.trim() === '' && this.links.length + this.images.length + this.marks.length === 0;
  }

  done(): Block {
    const { kind, note, line, where, text, links, images, marks } = this;
    return { kind, note, line, where, text, links, images, marks };
  }
}

/** What a reader of the draft does not see and its readers' programs do. */
export function hiddenBlock(text: string, where: string, line: number | null): Block {
  return { kind: 'hidden', text, line, where, links: [], images: [], marks: [], note: null };
}
