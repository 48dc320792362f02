import type { Limits } from '../../model/index.ts';
import { documentText } from '../../parse/document/document.ts';
import { openPdf } from '../../parse/pdf/file.ts';

/** Whether it is a password that keeps a document from being shown, and none of these opens it. */
export function isLocked(
  type: string,
  bytes: Uint8Array,
  passwords: readonly string[],
  limits: Limits,
): boolean {
  const failure =
    type === 'application/pdf'
      ? openPdf(bytes, passwords, limits).failure
      : documentText(type, bytes, limits, passwords).failure;
  return failure?.code === 'encrypted';
}
