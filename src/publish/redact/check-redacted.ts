import { DEFAULT_LIMITS, TamisError } from '../../model/index.ts';
import type { Text } from '../../model/text.ts';
import { detectBytes } from '../../parse/detect/index.ts';
import { readDocument } from '../../parse/document/read.ts';
import { decodePart } from '../../parse/mime/body.ts';
import { decodeHeader, findAll, leafParts, parseMessage } from '../../parse/mime/message.ts';
import type { PersonalSpan } from '../personal/find-spans.ts';
import { byteWindows } from './byte-windows.ts';
import { NO_HOST } from './redact-mail.ts';
import type { Redacted } from './redacted.ts';
import type { RedactSession } from './session.ts';
import { writtenForms } from './written-forms.ts';

/**
 * Extracts a result again, by the readers that read any leak, and looks for what was removed: in its texts, and in its
 * bytes in every form in which a value may be written. Throws `redaction-incomplete`, and the message never has the value.
 */
export async function checkRedacted({ bytes, type }: Redacted, session: RedactSession): Promise<void> {
  const detected = detectBytes(bytes, '').type;
  if (type === 'message/rfc822' && detected !== type)
    throw incomplete(RESULT, {
      en: 'the message is not read as one',
      fr: 'le message n’est pas lu comme tel',
    });
  const removed = session.removedValues();
  for (const piece of await piecesOf(bytes, type)) {
    checkBytes(piece.bytes, removed, piece.where);
    checkText(piece.text, session, piece.where);
    if (piece.type === 'application/pdf' && piece.text.trim() !== '')
      throw incomplete(piece.where, { en: 'the pages have text', fr: 'les pages ont du texte' });
    if (piece.metadata > 0)
      throw incomplete(piece.where, { en: 'metadata are left', fr: 'il reste des métadonnées' });
  }
}

function incomplete(where: Text, what: Text): TamisError {
  return new TamisError('redaction-incomplete', {
    en: `Nothing was written: ${where.en}: ${what.en}.`,
    fr: `Rien n’a été écrit\u00a0: ${where.fr}\u00a0: ${what.fr}.`,
  });
}

const RESULT: Text = { en: 'the result', fr: 'le résultat' };
const HEADERS: Text = { en: 'the headers', fr: 'les en-têtes' };

interface Piece {
  readonly where: Text;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Entries by which a file tells who made it, where and when. */
  readonly metadata: number;
}

async function piecesOf(bytes: Uint8Array, type: string): Promise<Piece[]> {
  if (type !== 'message/rfc822') return [await pieceOf(bytes, type, RESULT)];
  const message = parseMessage(bytes, DEFAULT_LIMITS);
  const headers = ['from', 'to', 'cc', 'subject'].flatMap((key) =>
    findAll(message.root, key).map((field) => decodeHeader(bytes, field)),
  );
  const pieces: Piece[] = [{ where: HEADERS, type, bytes, text: headers.join('\n'), metadata: 0 }];
  for (const part of leafParts(message.root)) {
    const body = decodePart(message, part);
    const where = { en: `part ${part.id}`, fr: `partie ${part.id}` };
    if (part.type === 'message/rfc822') pieces.push(...(await piecesOf(body, part.type)));
    else pieces.push(await pieceOf(body, part.type, where));
    pieces.push({
      where: { en: `${where.en} name`, fr: `${where.fr}, nom` },
      type: 'text/plain',
      bytes: new Uint8Array(),
      text: part.filename ?? '',
      metadata: 0,
    });
  }
  return pieces;
}

async function pieceOf(bytes: Uint8Array, type: string, where: Text): Promise<Piece> {
  const read = await readDocument(type, bytes, { passwords: [], limits: DEFAULT_LIMITS });
  const isPlain = type.startsWith('text/') || type === 'application/json';
  const text = isPlain ? Buffer.from(bytes).toString('utf8') : read.text;
  const telling = read.metadata.filter(({ field }) => TELLING.test(field));
  return { where, type, bytes, text, metadata: isPlain ? 0 : telling.length + read.embedded.length };
}

/** Sizes, versions and colours tell nothing of a person. */
const TELLING =
  /author|creator|owner|producer|application|company|gps|location|serial|camera|software|title|subject|keyword|comment|template|date|identifier/iu;

function checkText(text: string, session: RedactSession, where: Text): void {
  const own = [...session.spans(text)].filter((span) => !isMark(span));
  const [first] = own;
  if (first !== undefined)
    throw incomplete(where, { en: `${first.kind} is still found`, fr: `${first.kind} s’y trouve encore` });
}

function isMark({ found }: PersonalSpan): boolean {
  return found.endsWith(`@${NO_HOST}`);
}

function checkBytes(bytes: Uint8Array, removed: readonly PersonalSpan[], where: Text): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const windows = byteWindows(buffer);
  for (const { kind, found } of removed)
    for (const form of writtenForms(found))
      if (windows.may(form) && buffer.includes(form))
        throw incomplete(where, {
          en: `${kind} is still in the bytes`,
          fr: `${kind} est encore dans les octets`,
        });
}
