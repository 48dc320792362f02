import { type DocumentText, documentText } from '../../parse/document/document.ts';
import type { WorkContext } from '../context.ts';
import { crashed, distrusted } from './crash.ts';
import type { KnownBlob } from './known-blob.ts';
import { blobRecord } from './record.ts';

/** Emits an item that carries nothing that Tamis opens: a document with its text, an image, anything else. */
export function emitLeaf(context: WorkContext, blob: KnownBlob): void {
  const { text, failure, defects } = textOf(context, blob);
  const said = { text, failure: blob.failure ?? failure, defects: [...blob.defects, ...defects] };
  context.out.item(blobRecord(context, blob, said));
}

type Text = Pick<DocumentText, 'text' | 'failure' | 'defects'>;

function textOf(context: WorkContext, blob: KnownBlob): Text {
  if (context.distrust !== null) return { text: '', failure: distrusted(context.distrust), defects: [] };
  try {
    return documentText(blob.type, blob.bytes, context.limits);
  } catch (error) {
    return { text: '', failure: crashed(error), defects: [] };
  }
}
