import type { ChildCounts, Defect, Failure } from '../../model/index.ts';
import type { WorkContext } from '../context.ts';
import type { KnownBlob } from './known-blob.ts';
import { blobRecord } from './record.ts';

/** What a sealed container turned out to be: what is inside, if it can be had without a key. */
interface Opened {
  readonly content: Uint8Array | null;
  /** Of the content itself. */
  readonly inside?: Failure | null;
  readonly name: string;
  readonly failure: Failure | null;
  readonly facts: Readonly<Record<string, string>>;
  readonly defects: readonly Defect[];
}

const PKCS7 = new Set(['application/pkcs7-mime', 'application/pkcs7-signature']);
const PGP = new Set(['application/pgp-encrypted', 'application/pgp-signature', 'application/pgp-keys']);

/** Whether these bytes are an S/MIME or OpenPGP structure, by their detected type. */
export function isSealed(type: string): boolean {
  return PKCS7.has(type) || PGP.has(type);
}

/**
 * Emits an S/MIME or OpenPGP item. What is only signed is opened and becomes its child; what is encrypted stays
 * opaque and says so; signatures and keys carry nothing.
 */
export async function emitSealed(context: WorkContext, blob: KnownBlob): Promise<void> {
  const opened = await (PKCS7.has(blob.type) ? pkcs7(context, blob) : pgp(context, blob));
  const failure = blob.failure ?? opened.failure;
  context.out.item(
    blobRecord(context, blob, {
      status: failure === null ? 'ok' : opened.content === null ? 'failed' : 'partial',
      failure,
      children: opened.content === null ? null : ONE_CHILD,
      defects: [...blob.defects, ...opened.defects],
      facts: { ...blob.facts, ...opened.facts },
    }),
  );
  if (opened.content === null) return;
  const name = opened.name || 'signed-content';
  const inner = {
    path: `${blob.path}/${name.replaceAll('/', '_')}`,
    parent: blob.path,
    name,
    bytes: opened.content,
  };
  const rest = {
    locator: null,
    depth: blob.depth + 1,
    rebuilt: false,
    failure: opened.inside ?? null,
    defects: [],
    facts: {},
  };
  await context.emit(context, { ...inner, ...rest });
}

/** A structure that ends too early may still hold what was signed; signers and certificates stand behind it. */
function cutShort(defects: readonly Defect[]): Failure | null {
  const isCut = defects.some(({ code }) => code === 'cms-truncated' || code === 'pgp-armor-truncated');
  return isCut ? { code: 'truncated', detail: 'The signed structure ends before it says it does.' } : null;
}

const ONE_CHILD: ChildCounts = { expected: 1, emitted: 1, failed: 0, skipped: 0 };

async function pkcs7(context: WorkContext, blob: KnownBlob): Promise<Opened> {
  const { openPkcs7 } = await import('../../parse/smime/index.ts');
  const result = openPkcs7(blob.bytes, context.limits);
  const { facts, defects } = result;
  const content = result.type === 'signed' || result.type === 'compressed' ? result.content : null;
  const failure = result.type === 'failed' ? result.failure : cutShort(defects);
  const inside = result.type === 'signed' && result.isContentCut ? failure : null;
  return { content, inside, name: '', failure, facts, defects };
}

async function pgp(context: WorkContext, blob: KnownBlob): Promise<Opened> {
  const { openPgp } = await import('../../parse/pgp/index.ts');
  const result = await openPgp(blob.bytes, context.limits);
  const { facts, defects } = result;
  if (result.type === 'signed') {
    const { content, name, problem } = result;
    return { content, inside: problem, name, failure: problem ?? cutShort(defects), facts, defects };
  }
  return {
    content: null,
    name: '',
    failure: result.type === 'failed' ? result.failure : null,
    facts,
    defects,
  };
}
