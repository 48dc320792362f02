import type {
  ByteSource,
  ContainerEntry,
  ContainerOptions,
  ContainerReader,
  Defect,
  EntryOutcome,
  Failure,
} from '../../model/index.ts';
import { attempt, failureOf } from '../binary/fail.ts';
import { readAll } from '../binary/stream.ts';
import { attachmentName } from '../mapi/attachment-part.ts';
import { entryName } from '../mapi/entry-name.ts';
import type { MapiAttachment, MapiMessage } from '../mapi/message.ts';
import { type RebuiltItem, rebuildItem } from '../mapi/rebuild.ts';
import { TAG } from '../mapi/tags.ts';
import { readTnef } from './message.ts';

/**
 * Opens a TNEF stream (MS-OXTNEF; winmail.dat). Its entries are the attachments, each by its own name, so
 * that their place reads `winmail.dat/report.docx`; before them, when the stream carries a body or is
 * more than a plain note, what it says as `message.eml` (or `.vcf`, `.ics`) without the attachments.
 * A message among the attachments is rebuilt whole.
 */
export function openTnef(source: ByteSource, options: ContainerOptions): ContainerReader {
  const defects: Defect[] = [];
  const opened = attempt(() => {
    const whole = { size: source.size, chunks: () => [source.read(0, source.size)] };
    return readTnef(readAll(whole, options.limits.itemBytes), defects);
  });
  const message = 'ok' in opened ? opened.ok : null;
  const hasOwn = message !== null && saysSomething(message);
  const incomplete = INCOMPLETE.find(([code]) => defects.some((defect) => defect.code === code))?.[1] ?? null;
  return {
    expected: message === null ? 0 : message.attachments.length + (hasOwn ? 1 : 0),
    entries: async function* (from) {
      if (message !== null) yield* entriesOf(message, hasOwn, from, options);
    },
    failure: () => ('failure' in opened ? opened.failure : incomplete),
    facts: { format: 'tnef' },
    defects,
    close: () => source.close(),
  };
}

/** Defects after which something of the stream is missing. */
const INCOMPLETE: readonly (readonly [string, Failure])[] = [
  ['truncated', { code: 'truncated', detail: 'The TNEF stream ends in the middle of an attribute.' }],
  [
    'attribute-damaged',
    {
      code: 'malformed',
      detail: 'The TNEF stream is damaged; reading went on at the next attribute that is whole.',
    },
  ],
  ['property-list', { code: 'malformed', detail: 'A list of properties in the TNEF stream breaks off.' }],
];

function* entriesOf(
  message: MapiMessage,
  hasOwn: boolean,
  from: number,
  options: ContainerOptions,
): Generator<ContainerEntry> {
  const used = new Set<string>();
  let index = 0;
  if (hasOwn) {
    const own = rebuildItem({ ...message, attachments: [] }, options.limits);
    const name = unused(entryName(own.facts, own.outcome), used);
    if (from <= index) yield entryOf(index, name, own);
    index++;
  }
  for (const attachment of message.attachments) {
    const name = unused(
      attachmentName(attachment.properties).replace(/[/\\\p{Cc}]/gu, '_') || `attachment-${index}`,
      used,
    );
    if (from <= index) yield entryOf(index, name, contentOf(attachment, options));
    index++;
  }
}

function entryOf(index: number, name: string, { outcome, facts, defects }: RebuiltItem): ContainerEntry {
  return { index, name, outcome, defects, facts: { ...facts, 'rebuilt-from': 'tnef' } };
}

/** A body, or a class that says more than "a note with attachments". */
function saysSomething({ properties }: MapiMessage): boolean {
  const messageClass = properties.text(TAG.messageClass) ?? 'IPM.Note';
  return (
    !/^ipm\.note$/i.test(messageClass) ||
    (properties.text(TAG.body) ?? '').trim() !== '' ||
    properties.has(TAG.rtfCompressed) ||
    properties.has(TAG.html)
  );
}

function contentOf(attachment: MapiAttachment, options: ContainerOptions): RebuiltItem {
  const content = attachment.content();
  const { properties } = attachment;
  if (content.type === 'message') return rebuildItem(content.message, options.limits);
  const facts: Record<string, string> = {};
  const created = properties.time(TAG.creationTime);
  const modified = properties.time(TAG.lastModificationTime);
  const mimeTag = properties.text(TAG.attachMimeTag);
  if (created !== null) facts['creation-time'] = created;
  if (modified !== null) facts['last-modification-time'] = modified;
  if (mimeTag !== null) facts['mime-tag'] = mimeTag.slice(0, 200);
  return { outcome: outcomeOf(content, options), facts, defects: [] };
}

function outcomeOf(
  content: Exclude<ReturnType<MapiAttachment['content']>, { type: 'message' }>,
  options: ContainerOptions,
): EntryOutcome {
  if (content.type === 'failed') return { type: 'failed', failure: content.failure };
  if (content.type === 'reference')
    return { type: 'skipped', reason: 'symlink', detail: content.path.slice(0, 500) };
  try {
    return { type: 'bytes', bytes: readAll(content.stream, options.limits.itemBytes) };
  } catch (error) {
    return { type: 'failed', failure: failureOf(error) };
  }
}

/** Two attachments may have one name; the second is told apart by a number. */
function unused(name: string, used: Set<string>): string {
  let candidate = name === '.' || name === '..' ? '_' : name;
  for (let number = 2; used.has(candidate); number++) candidate = `${name} (${number})`;
  used.add(candidate);
  return candidate;
}
