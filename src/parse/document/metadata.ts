import type { Defect, DocumentClock, Failure, Limits, MetadataField } from '../../model/index.ts';
import { attempt } from '../binary/fail.ts';
import { isCfb } from '../detect/cfb-type.ts';
import { collectCalendarOrCard } from '../metadata/calendar-card.ts';
import { Collector, type EmbeddedFile, type UnopenedFile } from '../metadata/collector.ts';
import { collectImage } from '../metadata/image/image.ts';
import { collectInlineFiles } from '../metadata/inline-files.ts';
import { collectEpub, collectHtml, collectOfficeXml } from '../metadata/markup.ts';
import { collectOoxml } from '../metadata/ooxml.ts';
import { collectOpenDocument } from '../metadata/open-document.ts';
import { collectRtf } from '../metadata/rtf.ts';
import { collectSvg } from '../metadata/svg.ts';
import { collectXmp } from '../metadata/xmp.ts';
import { openCompound } from '../ole/compound.ts';
import { collectDrawingPictures } from '../ole/drawing-pictures.ts';
import { collectOleEmbedded } from '../ole/embedded.ts';
import { openEncryptedPackage } from '../ole/encrypted-package.ts';
import { collectExcelBinary } from '../ole/excel.ts';
import { collectPowerPointBinary } from '../ole/powerpoint.ts';
import { collectSummary } from '../ole/summary.ts';
import { collectOleThumbnail } from '../ole/thumbnail.ts';
import { unlocked } from '../ole/unlock.ts';
import { collectWordBinary } from '../ole/word.ts';
import { collectPdf } from '../pdf/pdf.ts';
import { collectIwork } from './iwork/iwork.ts';
import { openOpenDocument } from './odf-encryption/open-package.ts';
import { collectOneNote } from './one-note.ts';
import { openPackage, type PackageReader } from './package.ts';

/** What a document says of itself beside its text, and what lies inside of it. */
export interface DocumentMetadata {
  readonly metadata: readonly MetadataField[];
  readonly clocks: readonly DocumentClock[];
  readonly embedded: readonly EmbeddedFile[];
  readonly unopened: readonly UnopenedFile[];
  /** Macros, scripts, launch actions, remote templates, links out: told, never run, never fetched. */
  readonly findings: readonly Defect[];
  readonly failure: Failure | null;
}

/** How documents are opened. */
export interface DocumentOptions {
  /** Tried in order on an encrypted document, after the empty one. */
  readonly passwords: readonly string[];
  readonly limits: Limits;
  /** Bytes that the files inside of it may have together; `limits.itemBytes` unless said. */
  readonly embeddedBytes?: number;
  /** This is an earlier state of a PDF: its own earlier states and files are told with the last one. */
  readonly earlier?: boolean;
}

/**
 * What a document or image says about itself, by its media type as `detectType` tells it: who, when, where, with
 * what, each with the exact place. Types without a reader give nothing. Never throws on bad input.
 */
export function documentMetadata(
  type: string,
  bytes: Uint8Array,
  options: DocumentOptions,
): DocumentMetadata {
  const out = new Collector(options.embeddedBytes ?? options.limits.itemBytes);
  const collect = collectorOf(type);
  const result = attempt(() => collect?.(bytes, options, out) ?? null);
  return told(out, 'failure' in result ? result.failure : result.ok);
}

/** What was collected as it is handed on, with the failure that ended the reading, if one did. */
export function told(out: Collector, failure: Failure | null): DocumentMetadata {
  const { metadata, clocks, embedded, unopened, findings } = out;
  return { metadata, clocks, embedded, unopened, findings, failure };
}

type Collect = (bytes: Uint8Array, options: DocumentOptions, out: Collector) => Failure | null;

const OOXML = 'application/vnd.openxmlformats-officedocument.';

function collectorOf(type: string): Collect | null {
  const own = BY_TYPE[type];
  if (own !== undefined) return own;
  if (type.startsWith('image/')) return picture;
  if (type.startsWith(OOXML)) return packed(collectOoxml);
  if (type.startsWith('application/vnd.oasis.opendocument') || type.startsWith('application/vnd.sun.xml'))
    return openDocument;
  return null;
}

const BY_TYPE: Readonly<Record<string, Collect>> = {
  'application/pdf': (bytes, options, out) => collectPdf(bytes, options, out).failure,
  'application/encrypted': sealed,
  'application/msword': compound,
  'application/vnd.ms-excel': compound,
  'application/vnd.ms-powerpoint': compound,
  'application/vnd.visio': compound,
  'application/x-mspublisher': compound,
  'application/vnd.ms-project': compound,
  'application/vnd.ms-works': compound,
  'application/x-hwp': compound,
  'application/vnd.corel-presentations': compound,
  'application/x-quattro-pro': compound,
  'application/x-ole-storage': compound,
  'application/vnd.ms-excel.sheet.binary.macroenabled.12': packed(collectOoxml),
  'application/vnd.ms-visio.drawing': packed(collectOoxml),
  'application/oxps': packed(collectOoxml),
  'application/vnd.apple.pages': packed(collectIwork),
  'application/vnd.apple.numbers': packed(collectIwork),
  'application/vnd.apple.keynote': packed(collectIwork),
  'application/onenote': plain(collectOneNote),
  'application/epub+zip': packed(collectEpub),
  'application/rtf': plain(collectRtf),
  'text/rtf': plain(collectRtf),
  'text/html': plain(collectHtml),
  'application/xhtml+xml': plain(collectHtml),
  'text/xml': plain(collectOfficeXml),
  'text/calendar': plain(collectCalendarOrCard),
  'text/vcard': plain(collectCalendarOrCard),
  'image/svg+xml': plain(collectSvg),
  'application/rdf+xml': plain((bytes, out) => collectXmp(bytes, 'XMP', out)),
};

function plain(collect: (bytes: Uint8Array, out: Collector) => void): Collect {
  return (bytes, _options, out) => {
    collect(bytes, out);
    return null;
  };
}

function picture(bytes: Uint8Array, _options: DocumentOptions, out: Collector): null {
  collectImage(bytes, '', out, true);
  return null;
}

function packed(collect: (reader: PackageReader, out: Collector) => void): Collect {
  return (bytes, { limits }, out) => {
    const reader = openPackage(bytes, limits);
    collect(reader, out);
    return reader.failure();
  };
}

/** What is not encrypted is told even where the rest stays closed. */
function openDocument(
  bytes: Uint8Array,
  { limits, passwords }: DocumentOptions,
  out: Collector,
): Failure | null {
  const { reader, password, failure } = openOpenDocument(bytes, limits, passwords);
  if (password === 'opened') out.field('encrypted', 'opened', 'META-INF/manifest.xml, with a given password');
  collectOpenDocument(reader, out, password === 'closed');
  // One text of XML; in a package pictures are parts.
  if (bytes[0] !== 0x50) collectInlineFiles(bytes, out);
  return failure ?? reader.failure();
}

/** The document inside becomes a child, which says everything else. */
function sealed(bytes: Uint8Array, { limits, passwords }: DocumentOptions, out: Collector): Failure | null {
  const opened = openCompound(bytes, limits);
  collectSummary(opened, out);
  const inner = openEncryptedPackage(opened, passwords);
  if (inner.type === 'closed') return inner.failure;
  out.field('encrypted', 'opened', 'EncryptionInfo, with the usual or a given password');
  out.embed('decrypted', inner.bytes);
  return null;
}

/** All readers look at every compound file: each finds its own streams or nothing. */
function compound(bytes: Uint8Array, { limits, passwords }: DocumentOptions, out: Collector): Failure | null {
  const closed = openCompound(bytes, limits);
  collectSummary(closed, out);
  collectOleThumbnail(closed, out);
  const opened = unlocked(closed, passwords) ?? closed;
  if (opened !== closed) out.field('encrypted', 'opened', 'with the usual or a given password');
  for (const collect of [
    collectOleEmbedded,
    collectWordBinary,
    collectExcelBinary,
    collectPowerPointBinary,
    collectDrawingPictures,
  ]) {
    const result = attempt(() => collect(opened, out));
    if ('failure' in result) return result.failure;
  }
  // What bears the type by its first bytes and is no compound file is of a version without a reader.
  return isCfb(bytes) ? opened.file.failure : null;
}
