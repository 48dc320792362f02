import { isAsSifted } from '../../case/as-sifted.ts';
import { bytesOf, messageBytesOf } from '../../case/bytes.ts';
import { openObjects } from '../../case/objects.ts';
import { DEFAULT_LIMITS, type Limits } from '../../model/index.ts';
import { sortBodies } from '../../parse/mime/bodies.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { openPdf } from '../../parse/pdf/file.ts';
import { evidenceOf } from '../../show/evidence.ts';
import { clocksJson } from '../../show/json/index.ts';
import { messageStructure } from '../../show/json/message-structure.ts';
import { messageHtml } from './html/message-html.ts';
import { isLocked } from './is-locked.ts';
import { pdfPagePng, pdfSizes } from './pdf-pages.ts';
import { pictureAsPng, tiffSizes } from './picture.ts';
import { sheetsOf } from './sheets.ts';
import { slidesOf } from './slides.ts';
import type { Locked, StructureView, ViewItem, ViewName, ViewTasks } from './task.ts';

type Runner = {
  readonly [Name in ViewName]: (
    item: ViewItem,
    input: ViewTasks[Name]['input'],
    bytes: Uint8Array | null,
    passwords: readonly string[],
  ) => ViewTasks[Name]['output'] | Promise<ViewTasks[Name]['output']>;
};

/** As in a sift, but what a person waits for is given up sooner. */
const LIMITS: Limits = { ...DEFAULT_LIMITS, headerBytes: 2 ** 20 };

/** Does one task in this thread. May throw, hang or run out of memory on hostile bytes: it runs in a worker. */
export async function runView<Name extends ViewName>(
  caseDirectory: string,
  name: Name,
  item: ViewItem,
  input: ViewTasks[Name]['input'],
  passwords: readonly string[],
): Promise<ViewTasks[Name]['output']> {
  return await RUNNERS[name](item, input, read(caseDirectory, item), passwords);
}

function read(caseDirectory: string, item: ViewItem): Uint8Array | null {
  const { locator, isMessage } = item;
  if (locator === null) return null;
  const bytes = (isMessage ? messageBytesOf : bytesOf)(locator, openObjects(caseDirectory), LIMITS);
  return bytes === null || !isAsSifted(bytes, item) ? null : bytes;
}

const RUNNERS: Runner = {
  structure: (_item, _input, bytes) => (bytes === null ? null : structureOf(bytes)),
  html: (_item, _input, bytes) => (bytes === null ? null : messageHtml(bytes, LIMITS)),
  source: (_item, { offset, length }, bytes) =>
    bytes === null
      ? null
      : { size: bytes.length, text: Buffer.from(bytes.subarray(offset, offset + length)).toString('latin1') },
  pages: async (item, _input, bytes, passwords) => {
    if (bytes === null) return null;
    if (item.type !== 'application/pdf') return tiffSizes(bytes);
    const sizes = await pdfSizes(bytes, passwordOf(bytes, passwords));
    return sizes ?? (isLocked(item.type, bytes, passwords, LIMITS) ? 'locked' : null);
  },
  page: (item, { number, width }, bytes, passwords) => {
    if (bytes === null) return null;
    return item.type === 'application/pdf'
      ? pdfPagePng(bytes, number, width, passwordOf(bytes, passwords))
      : pictureAsPng(bytes, number, width);
  },
  picture: (_item, _input, bytes) => (bytes === null ? null : pictureAsPng(bytes)),
  sheets: async ({ type }, input, bytes, passwords) => {
    if (bytes === null) return null;
    return shownOr(await sheetsOf(type, bytes, input, LIMITS, passwords), type, bytes, passwords);
  },
  slides: async ({ type }, _input, bytes, passwords) => {
    if (bytes === null) return null;
    return shownOr(await slidesOf(type, bytes, { passwords, limits: LIMITS }), type, bytes, passwords);
  },
  evidence: (_item, { reasons }, bytes) => reasons.map((reason) => evidenceOf(reason, bytes)),
  bytes: (_item, _input, bytes) => bytes,
};

/** The one that opens a PDF; empty where it needs none, or none of these does. */
function passwordOf(bytes: Uint8Array, passwords: readonly string[]): string {
  return passwords.length === 0 ? '' : (openPdf(bytes, passwords, LIMITS).password ?? '');
}

function shownOr<Part>(
  parts: readonly Part[],
  type: string,
  bytes: Uint8Array,
  passwords: readonly string[],
): readonly Part[] | Locked {
  return parts.length === 0 && isLocked(type, bytes, passwords, LIMITS) ? 'locked' : parts;
}

function structureOf(bytes: Uint8Array): StructureView {
  return {
    ...messageStructure(bytes, LIMITS),
    clocks: clocksJson(bytes, LIMITS),
    hasHtml: sortBodies(parseMessage(bytes, LIMITS).root).html !== null,
  };
}
