import { readAll } from '../binary/stream.ts';
import type { MapiMessage } from './message.ts';
import { base64Size, type MimeWriter } from './mime-writer.ts';
import { TAG } from './tags.ts';

/**
 * S/MIME (MS-OXOSMIME): the one attachment is the body as it was sent: for a clear-signed message the
 * whole MIME entity with its own Content-Type, which so stays checkable, else the opaque CMS bytes. Null for what is no
 * such message, whose attachment cannot be read as bytes, or is too large for the writer.
 */
export function securedEntity(message: MapiMessage, writer: MimeWriter, most: number): Uint8Array | null {
  const [only] = message.attachments;
  const messageClass = message.properties.text(TAG.messageClass) ?? '';
  if (!/\.smime(\.|$)/i.test(messageClass) || message.attachments.length !== 1 || only === undefined)
    return null;
  const content = only.content();
  if (content.type !== 'bytes' || !writer.hasRoom(base64Size(content.stream.size))) return null;
  return readAll(content.stream, most);
}

/** Ends the header of a message with its secured body: an entity with its own fields as it is, CMS bytes as a file. */
export function writeSecured(writer: MimeWriter, entity: Uint8Array): void {
  if (/^content-(type|transfer-encoding):/i.test(Buffer.from(entity.subarray(0, 40)).toString('latin1'))) {
    writer.bytes(entity);
    return;
  }
  writer.text(
    'Content-Type: application/pkcs7-mime; name="smime.p7m"\r\nContent-Transfer-Encoding: base64\r\n',
  );
  writer.text('Content-Disposition: attachment; filename="smime.p7m"\r\n\r\n');
  writer.base64([entity]);
}
