import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { type TestMember, writeZip } from '../../src/parse/archive/testing/zip-writer.ts';
import { pdfOf, textOperators } from './pdf.ts';
import type { Prose } from './prose.ts';
import { Random } from './random.ts';

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Texts that are compressed once and put into many documents; the pictures make each document unlike others. */
const TEXTS = 48;
const TEXT_CHARACTERS = 10_000;
/** Spread of their lengths (of the logarithm): from a note of half a page to a report of thirty. */
const TEXT_SIGMA = 0.9;

const WORD_PART = 'word/document.xml';
const SHEET_PART = 'xl/worksheets/sheet1.xml';
const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

type Kind = 'docx' | 'xlsx' | 'pdf' | 'jpg' | 'csv';

/** Shares of attachments in a mailbox of an office: documents, scans, photographs. */
const KINDS: readonly Kind[] = [
  'docx',
  'docx',
  'docx',
  'pdf',
  'pdf',
  'pdf',
  'pdf',
  'xlsx',
  'xlsx',
  'jpg',
  'csv',
];

const TYPES: Readonly<Record<Kind, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  csv: 'text/csv',
};

/** Makes attachments that are partly text, partly incompressible, as documents with pictures are. */
export class AttachmentMaker {
  readonly #documents: readonly TestMember[];
  readonly #sheets: readonly TestMember[];
  readonly #pages: readonly Buffer[];
  readonly #tables: readonly string[];
  readonly #prose: Prose;

  constructor(prose: Prose, seed: string) {
    const random = new Random(`${seed} documents`);
    const texts = Array.from({ length: TEXTS }, (_, i) =>
      prose.paragraphs(i % 3 === 0 ? 'en' : 'fr', random.logNormal(TEXT_CHARACTERS, TEXT_SIGMA), random),
    );
    this.#documents = texts.map((lines) => packed(WORD_PART, documentXml(lines)));
    this.#sheets = texts.map((lines) => packed(SHEET_PART, sheetXml(lines)));
    this.#pages = texts.map((lines) => deflateSync(textOperators(lines)));
    this.#tables = texts.map((lines) => lines.map((line, i) => `${i};"${line}"`).join('\r\n'));
    this.#prose = prose;
  }

  /** An attachment of about `size` bytes; never less than its text takes. */
  make(size: number, random: Random): Attachment {
    const kind = random.pick(KINDS);
    const name = `${this.#prose.words('fr', 2, random).join('-')}-${random.int(10_000)}.${kind}`;
    return { name, type: TYPES[kind], bytes: this.#bytes(kind, size, random) };
  }

  #bytes(kind: Kind, size: number, random: Random): Buffer {
    switch (kind) {
      case 'docx':
        return office(random.pick(this.#documents), 'word/media/image1.jpeg', size, random);
      case 'xlsx':
        return office(random.pick(this.#sheets), 'xl/media/image1.jpeg', size, random);
      case 'pdf':
        return pdf(random.pick(this.#pages), size, random);
      case 'jpg':
        return picture(size, random);
      case 'csv':
        return Buffer.from(random.pick(this.#tables)).subarray(0, Math.max(1_000, size));
    }
  }
}

function packed(name: string, content: string): TestMember {
  return { name, content, packed: deflateRawSync(content), crc: crc32(content) };
}

function office(text: TestMember, media: string, size: number, random: Random): Buffer {
  const content = picture(size - (text.packed?.length ?? 0), random);
  const kind = text.name === WORD_PART ? 'wordprocessingml.document.main' : 'spreadsheetml.worksheet';
  const override = `<Override PartName="/${text.name}" ContentType="${OPEN_XML}.${kind}+xml"/>`;
  const types = `<Types xmlns="${PACKAGE}/content-types">${override}</Types>`;
  return writeZip([
    { name: '[Content_Types].xml', content: types },
    { name: '_rels/.rels', content: `<Relationships xmlns="${PACKAGE}/relationships"/>` },
    text,
    { name: media, content, method: 0 },
  ]);
}

function pdf(page: Buffer, size: number, random: Random): Buffer {
  return pdfOf(page, picture(size - page.length, random));
}

function documentXml(lines: readonly string[]): string {
  const paragraphs = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`);
  return `<?xml version="1.0"?><w:document xmlns:w="${WORD}"><w:body>${paragraphs.join('')}</w:body></w:document>`;
}

function sheetXml(lines: readonly string[]): string {
  const rows = lines.map((line, i) => `<row r="${i + 1}"><c t="inlineStr"><is><t>${line}</t></is></c></row>`);
  return `<?xml version="1.0"?><worksheet xmlns="${SHEET}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

const JFIF = Buffer.from('ffd8ffe000104a46494600010100004800480000', 'hex');

function picture(size: number, random: Random): Buffer {
  const scan = random.bytes(Math.max(200, size - JFIF.length - 2));
  return Buffer.concat([JFIF, scan, Buffer.from('ffd9', 'hex')]);
}
