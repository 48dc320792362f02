import type { Limits } from '../../model/index.ts';
import { openPackage, type PackageReader } from '../../parse/document/package.ts';
import { attribute, type XmlToken, xmlTokens } from '../../parse/document/xml-tokens.ts';
import type { ReadBlocks } from './assemble.ts';
import { type Block, BlockWriter, hiddenBlock } from './block.ts';
import { embeddedIn, restOfWord } from './word-rest.ts';

/**
 * The paragraphs of a docx draft (ECMA-376 part 1, 17): the body, notes, headers and footers; as hidden what Word keeps
 * and does not print: deleted and hidden text, comments, properties.
 */
export function readWord(bytes: Uint8Array, limits: Limits): ReadBlocks {
  const reader = openPackage(bytes, limits);
  const main = reader.matching(/^word\/document\d{0,4}\.xml$/iu);
  const notes = reader.matching(/^word\/(?:footnotes|endnotes)\.xml$/iu);
  const edges = reader.matching(/^word\/(?:header|footer)\d{0,4}\.xml$/iu);
  const comments = reader.matching(/^word\/comments\w{0,20}\.xml$/iu);
  const read = [
    ...main.flatMap((name) => partBlocks(reader, name, 'text')),
    ...notes.flatMap((name) => partBlocks(reader, name, 'note')),
    ...edges.flatMap((name) => partBlocks(reader, name, 'note')),
    ...comments.flatMap((name) => partBlocks(reader, name, 'hidden')),
    ...properties(reader),
  ];
  const blocks = [...read, ...restOfWord(reader, read)];
  const failure =
    reader.failure() ??
    (main.length === 0
      ? { code: 'malformed' as const, detail: 'No document in this package.' }
      : embeddedIn(reader));
  return { blocks, frontMatter: {}, failure };
}

function properties(reader: PackageReader): Block[] {
  return reader.matching(/^docProps\/(?:core|app|custom)\.xml$/iu).flatMap((name) => {
    const blocks: Block[] = [];
    let inside = '';
    for (const token of xmlTokens(reader.part(name) ?? '')) {
      if (token.type === 'open') inside = token.name;
      else if (token.type === 'text' && token.text.trim() !== '' && SAID.test(inside))
        blocks.push(hiddenBlock(token.text.trim(), `property ${inside}`, null));
    }
    return blocks;
  });
}

/** What somebody wrote or is; versions and counts are not. */
const SAID =
  /^(?:title|subject|creator|keywords|description|lastModifiedBy|category|Manager|Company|HyperlinkBase|lpwstr)$/u;

function partBlocks(reader: PackageReader, name: string, kind: Block['kind']): Block[] {
  const targets = relations(reader, name);
  const part = new WordPart(reader, targets, kind);
  for (const token of xmlTokens(reader.part(name) ?? '')) part.take(token);
  return part.blocks;
}

function relations(reader: PackageReader, name: string): ReadonlyMap<string, string> {
  const slash = name.lastIndexOf('/');
  const path = `${name.slice(0, slash)}/_rels/${name.slice(slash + 1)}.rels`;
  const found = new Map<string, string>();
  for (const token of xmlTokens(reader.part(path) ?? '')) {
    if (token.type !== 'open' || token.name !== 'Relationship') continue;
    found.set(attribute(token.attributes, 'Id') ?? '', attribute(token.attributes, 'Target') ?? '');
  }
  return found;
}

/** Styles by which Word and LibreOffice call a headline, in English and French. */
const HEADLINE = /^(?:Title|Titre|Heading1|Titre1)$/iu;
const HEADING = /^(?:Heading|Titre|Subtitle|Sous-titre)\w*$/iu;

/** Attack: a field without an end. */
const LONGEST_FIELD = 4000;

class WordPart {
  readonly blocks: Block[] = [];
  private readonly reader: PackageReader;
  private readonly targets: ReadonlyMap<string, string>;
  private readonly kind: Block['kind'];
  private current = new BlockWriter(null);
  private hidden = '';
  private note: string | null = null;
  private text: 'shown' | 'deleted' | 'field' | null = null;
  private vanished = false;
  private field = '';

  constructor(reader: PackageReader, targets: ReadonlyMap<string, string>, kind: Block['kind']) {
    this.reader = reader;
    this.targets = targets;
    this.kind = kind;
  }

  take(token: XmlToken): void {
    if (token.type === 'text') this.words(token.text);
    else if (token.type === 'close') this.close(token.name);
    else this.open(token.name, token.attributes, token.empty);
  }

  private words(text: string): void {
    if (this.text === 'shown' && !this.vanished) this.current.text += text;
    else if (this.text === 'deleted' || (this.text === 'shown' && this.vanished)) this.hidden += text;
    else if (this.text === 'field') this.code(text);
  }

  /** The code of a field, which Word cuts into runs as it likes. */
  private code(piece: string): void {
    this.field = `${this.field}${piece}`.slice(-LONGEST_FIELD);
    const target = /(?:HYPERLINK|INCLUDEPICTURE|INCLUDETEXT)\s{1,9}"([^"]{1,2000})"/iu.exec(this.field)?.[1];
    if (target === undefined) return;
    this.current.link(target);
    this.field = '';
  }

  private open(name: string, attributes: string, empty: boolean): void {
    const id = attribute(attributes, 'id');
    const shown = { t: 'shown', delText: 'deleted', instrText: 'field' } as const;
    if (name in shown && !empty) this.text = shown[name as keyof typeof shown];
    else if (name === 'r') this.vanished = false;
    else if (name === 'vanish') this.vanished = !/^(?:0|false)$/u.test(attribute(attributes, 'val') ?? '');
    else if (name === 'tab' || name === 'tc') this.current.text += '\t';
    else if (name === 'br' || name === 'cr') this.current.text += '\n';
    else if (name === 'pStyle') this.style(attribute(attributes, 'val') ?? '');
    else if (name === 'footnote' || name === 'endnote') this.note = id === null ? null : `${name} ${id}`;
    else if (name === 'footnoteReference' || name === 'endnoteReference')
      this.current.mark(`${name.replace('Reference', '')} ${id}`);
    else if (name === 'hyperlink' && id !== null) this.current.link(this.targets.get(id) ?? '');
    else if (name === 'fldSimple') this.code(attribute(attributes, 'instr') ?? '');
    else if (name === 'fldChar' && attribute(attributes, 'fldCharType') === 'begin') this.field = '';
    else if (name === 'blip') this.picture(attribute(attributes, 'embed') ?? attribute(attributes, 'link'));
    // As Word wrote pictures until 2007, and still does for some.
    else if (name === 'imagedata') this.picture(id ?? attribute(attributes, 'pict'));
    else if (name === 'docPr' || name === 'shape' || name === 'cNvPr') this.described(attributes);
  }

  private described(attributes: string): void {
    for (const key of ['descr', 'title', 'alt']) {
      const text = attribute(attributes, key) ?? '';
      if (text.trim() !== '') this.blocks.push(hiddenBlock(text, 'text of a picture', null));
    }
  }

  private close(name: string): void {
    if (name === 't' || name === 'delText' || name === 'instrText') this.text = null;
    if (name !== 'p') return;
    const { current } = this;
    if (current.kind === 'text') current.kind = this.kind;
    if (this.kind === 'hidden') [current.kind, current.where] = ['hidden', 'comment'];
    current.note = this.note;
    if (!current.isEmpty) this.blocks.push(current.done());
    if (this.hidden.trim() !== '') this.blocks.push(hiddenBlock(this.hidden, 'deleted or hidden text', null));
    this.hidden = '';
    this.current = new BlockWriter(null);
  }

  private style(style: string): void {
    const first = !this.blocks.some(({ kind }) => kind === 'headline');
    if (HEADLINE.test(style) && first) this.current.kind = 'headline';
    else if (HEADING.test(style)) this.current.kind = 'heading';
  }

  private picture(id: string | null): void {
    const target = this.targets.get(id ?? '');
    if (target === undefined) return;
    const name = target.startsWith('/') ? target.slice(1) : `word/${target}`;
    this.current.image(target, this.reader.names.includes(name) ? this.reader.bytes(name) : null);
  }
}
