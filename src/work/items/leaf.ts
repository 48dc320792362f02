import { type DocumentText, documentText } from '../../parse/document/document.ts';
import type { WorkContext } from '../context.ts';
import { crashed, distrusted } from './crash.ts';
import { type KnownBlob, keptLocator } from './known-blob.ts';

/** Emits an item that carries nothing that Tamis opens: a document with its text, an image, anything else. */
export function emitLeaf(context: WorkContext, blob: KnownBlob): void {
  const { text, failure, defects } = textOf(context, blob);
  const problem = blob.failure ?? failure;
  context.out.item({
    path: blob.path,
    parent: blob.parent,
    kind: blob.kind,
    type: blob.type,
    name: blob.name,
    size: blob.bytes.length,
    sha256: blob.sha256,
    locator: keptLocator(context, blob),
    status: problem === null ? 'ok' : 'partial',
    failure: problem,
    children: null,
    message: null,
    text,
    attachments: [],
    defects: [...blob.defects, ...defects],
    facts: blob.facts,
  });
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
