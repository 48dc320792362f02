import { encodeUnstructured, headerDate, parameter } from './header-fields.ts';
import type { PropertyBag } from './property-bag.ts';
import { TAG } from './tags.ts';

const MIME_TYPE = /^[\w!#$&^.+-]{1,80}\/[\w!#$&^.+-]{1,80}$/;

/** The name under which an attachment goes; its long one, its 8.3 one, or what Outlook shows. */
export function attachmentName(properties: PropertyBag): string {
  return (
    properties.text(TAG.attachLongFilename) ||
    properties.text(TAG.attachFilename) ||
    properties.text(TAG.displayName) ||
    ''
  );
}

/** The media type the store keeps; one that would make a parser look for parts inside is not repeated. */
export function attachmentType(properties: PropertyBag): string {
  const tag = properties.text(TAG.attachMimeTag)?.trim().toLowerCase() ?? '';
  return MIME_TYPE.test(tag) && !tag.startsWith('multipart/') ? tag : 'application/octet-stream';
}

/** Content-ID without brackets, by which HTML refers to a picture. */
export function attachmentContentId(properties: PropertyBag): string | null {
  const id = properties.text(TAG.attachContentId)?.trim().replace(/^<|>$/g, '');
  return id === undefined || id === '' ? null : id;
}

/** Content-Disposition and Content-ID, with the times of RFC 2183 that the store kept for the file. */
export function dispositionFields(properties: PropertyBag, name: string, inline: boolean): string {
  const created = properties.time(TAG.creationTime);
  const modified = properties.time(TAG.lastModificationTime);
  const contentId = attachmentContentId(properties);
  const location = properties.text(TAG.attachContentLocation);
  return [
    `Content-Disposition: ${inline ? 'inline' : 'attachment'}`,
    name === '' ? '' : `${parameter('filename', name).replace('; ', ';\r\n ')}`,
    created === null ? '' : `;\r\n creation-date="${headerDate(created)}"`,
    modified === null ? '' : `;\r\n modification-date="${headerDate(modified)}"`,
    '\r\n',
    contentId === null ? '' : `Content-ID: <${encodeUnstructured(contentId).replace(/[<>]/g, '')}>\r\n`,
    location === null || location === '' ? '' : `Content-Location: ${encodeUnstructured(location)}\r\n`,
  ].join('');
}
