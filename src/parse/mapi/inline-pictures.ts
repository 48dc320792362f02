import { attachmentContentId } from './attachment-part.ts';
import type { TextPart } from './bodies.ts';
import type { MapiAttachment } from './message.ts';

/** Attachments by where they belong in the rebuilt message, each in the order of the item. */
export interface SplitAttachments {
  /** Pictures that the HTML refers to by `cid:` (RFC 2392): parts of multipart/related. */
  readonly inline: readonly MapiAttachment[];
  /** Everything else: parts of multipart/mixed. */
  readonly attached: readonly MapiAttachment[];
}

/** Parts the pictures that the HTML shows from the files that go with it. */
export function splitInline(attachments: readonly MapiAttachment[], html: TextPart | null): SplitAttachments {
  const shown = picturesIn(html);
  const inline: MapiAttachment[] = [];
  const attached: MapiAttachment[] = [];
  for (const attachment of attachments) {
    const id = shown.size === 0 ? null : attachmentContentId(attachment.properties);
    (id !== null && shown.has(id) ? inline : attached).push(attachment);
  }
  return { inline, attached };
}

/** Content ids the HTML refers to, found in one pass however many attachments there are. */
function picturesIn(html: TextPart | null): ReadonlySet<string> {
  if (html === null) return new Set();
  const text = Buffer.from(html.bytes).toString('utf8');
  return new Set(Array.from(text.matchAll(/\bcid:([^"'\s<>)]{1,256})/gi), ([, id]) => id ?? ''));
}
