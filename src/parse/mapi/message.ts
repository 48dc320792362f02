import type { Failure } from '../../model/index.ts';
import type { ByteStream } from '../binary/stream.ts';
import type { PropertyBag } from './property-bag.ts';

/** A MAPI message, whatever store it lies in: PST, MSG or TNEF. */
export interface MapiMessage {
  readonly properties: PropertyBag;
  readonly recipients: readonly PropertyBag[];
  readonly attachments: readonly MapiAttachment[];
  /** Tables of the message that could not be read: its recipients, its attachments. */
  readonly failures: readonly Failure[];
}

/** An attachment with its properties (MS-OXCMSG 2.2.2). */
export interface MapiAttachment {
  readonly properties: PropertyBag;
  /** Opened only when it is written out, so that one attachment at a time is in memory. */
  content(): AttachmentContent;
}

/** What an attachment holds, by PidTagAttachMethod (MS-OXCMSG 2.2.2.9). */
export type AttachmentContent =
  | { readonly type: 'bytes'; readonly stream: ByteStream }
  | { readonly type: 'message'; readonly message: MapiMessage }
  /** By reference: the store keeps only a path. */
  | { readonly type: 'reference'; readonly path: string }
  | { readonly type: 'failed'; readonly failure: Failure };
