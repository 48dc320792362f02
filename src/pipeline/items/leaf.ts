import type { Failure, ItemRecord } from '../../model/index.ts';
import type { DocumentOptions } from '../../parse/document/metadata.ts';
import type { ReadDocument } from '../../parse/document/read.ts';
import { languageOf } from '../../parse/text/language.ts';
import type { WorkContext } from '../context.ts';
import { expansionShare } from '../growth.ts';
import { documentContent } from './content.ts';
import { crashed, distrusted } from './crash.ts';
import { emitEmbedded, isEarlierState } from './embedded.ts';
import type { KnownBlob } from './known-blob.ts';
import type { ToldDocument } from './recent-documents.ts';
import { blobRecord } from './record.ts';

/** Emits a document or image with what it says, and the files in it; of anything else that it is there. */
export async function emitLeaf(context: WorkContext, blob: KnownBlob): Promise<void> {
  const { read, about } = await toldOf(context, blob);
  const { text, unopened } = read;
  const embedded = blob.depth <= context.limits.depth ? read.embedded : [];
  const detail = `More than ${context.limits.depth} documents or containers inside each other.`;
  const tooDeep: Failure | null = embedded === read.embedded ? null : { code: 'too-deep', detail };
  const record = blobRecord(context, blob, {
    text,
    failure: blob.failure ?? read.failure ?? tooDeep ?? unreadWords(blob, read),
    defects: [...blob.defects, ...read.defects],
    ...about,
  });
  const isEmpty = embedded.length === 0 && unopened.length === 0;
  const children = isEmpty ? null : await emitEmbedded(context, blob, embedded, unopened);
  context.out.item({ ...record, children });
}

async function toldOf(context: WorkContext, blob: KnownBlob): Promise<ToldDocument> {
  if (context.distrust !== null) return told(blob, { ...NOTHING, failure: distrusted(context.distrust) });
  const { limits, growth } = context;
  const options = {
    embeddedBytes: Math.min(limits.itemBytes, expansionShare(blob.bytes.length, growth, limits)),
    earlier: isEarlierState(blob),
  };
  const key = JSON.stringify([blob.sha256, blob.type, blob.name, options]);
  return context.recent.told(key, async () => told(blob, await readLeaf(context, blob, options)));
}

function told(blob: KnownBlob, read: ReadDocument): ToldDocument {
  return { read, about: { ...aboutOf(read), ...contentOf(blob, read.text) } };
}

async function readLeaf(
  { limits, container: { passwords } }: WorkContext,
  blob: KnownBlob,
  options: Pick<DocumentOptions, 'embeddedBytes' | 'earlier'>,
): Promise<ReadDocument> {
  try {
    const { readDocument } = await import('../../parse/document/read.ts');
    return await readDocument(blob.type, blob.bytes, { passwords, limits, ...options });
  } catch (error) {
    return { ...NOTHING, failure: crashed(error) };
  }
}

/**
 * A document or mailbox of a format without a reader is named: its words are missing from every search. An OLE
 * object that gave the file it wraps has said all its words.
 */
function unreadWords({ kind, type }: KnownBlob, { status, embedded }: ReadDocument): Failure | null {
  if (type === 'application/x-ole-storage' && embedded.length > 0) return null;
  if (kind === 'mailbox') {
    return { code: 'unsupported', detail: 'There is no reader for mailboxes of this format.' };
  }
  if (kind !== 'document' || status === 'ok') return null;
  return { code: 'unsupported', detail: `There is no reader for the words of this format (${type}).` };
}

const NOTHING: ReadDocument = {
  text: '',
  status: 'ok',
  pages: null,
  metadata: [],
  clocks: [],
  embedded: [],
  unopened: [],
  failure: null,
  defects: [],
};

function contentOf({ name, type }: KnownBlob, text: string): Pick<ItemRecord, 'content'> {
  const content = documentContent(name, type, text);
  return content === null ? {} : { content };
}

/** Only what there is: most leaves are texts and programs, which say nothing about themselves. */
function aboutOf(read: ReadDocument): Partial<ItemRecord> {
  const { metadata, clocks, pages, text } = read;
  const language = text === '' ? null : languageOf(text);
  return {
    ...(metadata.length > 0 && { metadata }),
    ...(clocks.length > 0 && { clocks }),
    ...(pages !== null && { pages }),
    ...(language !== null && { language }),
  };
}
