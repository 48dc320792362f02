import { hash } from 'node:crypto';
import { detectBytes } from '../../parse/detect/detect.ts';
import type { WorkContext } from '../context.ts';
import { type Blob, type KnownBlob, mismatchDefects, nameInFolder } from './known-blob.ts';
import { emitLeaf } from './leaf.ts';
import { emitMail } from './mail.ts';
import { emitMsg } from './msg.ts';
import { emitNested, emitWideMbox } from './nested.ts';
import { emitSealed, isSealed } from './sealed.ts';

/** Emits the item of these bytes, and its children or the tasks that will read them. */
export async function emitBlob(context: WorkContext, blob: Blob): Promise<void> {
  const detection = detectBytes(blob.bytes, nameInFolder(blob));
  const sha256 = blob.sha256 ?? hash('sha256', blob.bytes);
  const defects = mismatchDefects(blob.defects, detection);
  const known: KnownBlob = { ...blob, defects, type: detection.type, kind: detection.kind, sha256 };
  const { container } = detection;
  if (isSealed(known.type)) return emitSealed(context, known);
  if (container === null) return emitLeaf(context, known);
  if (container === 'message' || container === 'emlx' || container === 'utf16-message')
    return emitMail(context, known, container);
  if (container === 'utf16-mbox') return emitWideMbox(context, known);
  if (container === 'msg') return emitMsg(context, known);
  return emitNested(context, known, container);
}
