import type { Failure } from '../../model/index.ts';
import { documentText } from '../../parse/document/document.ts';
import type { WorkContext } from '../context.ts';
import { crashed } from './crash.ts';
import { type KnownBlob, keptLocator } from './known-blob.ts';

/** Emits an item that carries nothing that Tamis opens: a document with its text, an image, anything else. */
export function emitLeaf(context: WorkContext, blob: KnownBlob): void {
  const { text, failure } = context.opensChildren ? textOf(context, blob) : { text: '', failure: null };
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
    defects: blob.defects,
    facts: blob.facts,
  });
}

function textOf(context: WorkContext, blob: KnownBlob): { text: string; failure: Failure | null } {
  try {
    const { text } = documentText(blob.type, blob.bytes, context.limits);
    return { text, failure: null };
  } catch (error) {
    return { text: '', failure: crashed(error) };
  }
}
