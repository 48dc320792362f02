import { bytesOf, messageBytesOf } from '../../case/bytes.ts';
import { openObjects } from '../../case/objects.ts';
import { DEFAULT_LIMITS, type Limits } from '../../model/index.ts';
import { sortBodies } from '../../parse/mime/bodies.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { evidenceOf } from '../../show/evidence.ts';
import { clocksJson } from '../../show/json/index.ts';
import { messageStructure } from '../../show/json/message-structure.ts';
import { messageHtml } from './html/message-html.ts';
import { pdfPagePng, pdfSizes } from './pdf-pages.ts';
import { pictureAsPng, tiffSizes } from './picture.ts';
import { sheetsOf } from './sheets.ts';
import type { StructureView, ViewItem, ViewName, ViewTasks } from './task.ts';

type Runner = {
  readonly [Name in ViewName]: (
    item: ViewItem,
    input: ViewTasks[Name]['input'],
    bytes: Uint8Array | null,
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
): Promise<ViewTasks[Name]['output']> {
  return await RUNNERS[name](item, input, read(caseDirectory, item));
}

function read(caseDirectory: string, { locator, isMessage }: ViewItem): Uint8Array | null {
  if (locator === null) return null;
  return (isMessage ? messageBytesOf : bytesOf)(locator, openObjects(caseDirectory), LIMITS);
}

const RUNNERS: Runner = {
  structure: (_item, _input, bytes) => (bytes === null ? null : structureOf(bytes)),
  html: (_item, _input, bytes) => (bytes === null ? null : messageHtml(bytes, LIMITS)),
  source: (_item, { offset, length }, bytes) =>
    bytes === null
      ? null
      : { size: bytes.length, text: Buffer.from(bytes.subarray(offset, offset + length)).toString('latin1') },
  pages: (item, _input, bytes) => {
    if (bytes === null) return null;
    return item.type === 'application/pdf' ? pdfSizes(bytes) : tiffSizes(bytes);
  },
  page: (item, { number, width }, bytes) => {
    if (bytes === null) return null;
    return item.type === 'application/pdf'
      ? pdfPagePng(bytes, number, width)
      : pictureAsPng(bytes, number, width);
  },
  picture: (_item, _input, bytes) => (bytes === null ? null : pictureAsPng(bytes)),
  sheets: (item, input, bytes) => (bytes === null ? null : sheetsOf(item.type, bytes, input, LIMITS)),
  evidence: (_item, { reasons }, bytes) => reasons.map((reason) => evidenceOf(reason, bytes)),
  bytes: (_item, _input, bytes) => bytes,
};

function structureOf(bytes: Uint8Array): StructureView {
  return {
    ...messageStructure(bytes, LIMITS),
    clocks: clocksJson(bytes, LIMITS),
    hasHtml: sortBodies(parseMessage(bytes, LIMITS).root).html !== null,
  };
}
