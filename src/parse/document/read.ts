import type { Defect, Failure } from '../../model/index.ts';
import { Collector } from '../metadata/collector.ts';
import { readPdf } from '../pdf/pdf.ts';
import { type DocumentText, documentText } from './document.ts';
import { type DocumentMetadata, type DocumentOptions, documentMetadata, told } from './metadata.ts';

/** All that is read of one document or image. */
export interface ReadDocument extends Omit<DocumentMetadata, 'findings'> {
  readonly text: string;
  /** `unsupported`: no reader for the words of this type, which says nothing about the document. */
  readonly status: DocumentText['status'];
  /** Pages of a PDF; null where they are not counted. */
  readonly pages: number | null;
  /** What breaks the format, and the findings. */
  readonly defects: readonly Defect[];
}

/** Text, metadata, clocks and embedded files of a document, by its media type. Never throws on bad input. */
export async function readDocument(
  type: string,
  bytes: Uint8Array,
  options: DocumentOptions,
): Promise<ReadDocument> {
  if (type === 'application/pdf') {
    const out = new Collector(options.embeddedBytes ?? options.limits.itemBytes);
    const { text, pages, failure, defects } = await readPdf(bytes, options, out);
    return joined(
      {
        text: text.slice(0, options.limits.textChars).replace(NO_LETTERS, ' '),
        status: 'ok',
        failure,
        defects,
      },
      told(out, failure),
      pages,
    );
  }
  // What is sealed has no text of its own: its child has, or the metadata tell why not.
  const text =
    type === 'application/encrypted' ? NO_TEXT : documentText(type, bytes, options.limits, options.passwords);
  return joined(text, documentMetadata(type, bytes, options), null);
}

/** What a font without a table of letters leaves: its own numbers, taken for letters. Tabs, lines and pages stay. */
const NO_LETTERS = /[^\P{Cc}\t\n\r\f]+/gu;

const NO_TEXT: DocumentText = { text: '', status: 'ok', failure: null, defects: [] };

function joined(text: DocumentText, about: DocumentMetadata, pages: number | null): ReadDocument {
  const { metadata, clocks, embedded, unopened, findings } = about;
  const failure: Failure | null = text.failure ?? about.failure;
  return {
    text: text.text,
    status: text.status,
    pages,
    metadata,
    clocks,
    embedded,
    unopened,
    failure,
    defects: [...text.defects, ...findings],
  };
}
