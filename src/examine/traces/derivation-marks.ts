import type { MetadataField } from '../../model/index.ts';
import { isOfProgram } from './program-templates.ts';
import { isShared } from './uuid-node.ts';

/** What a document shares with those it was derived from; its thumbnail is an item of its own. */
export interface DerivationMarks {
  readonly rsids: readonly number[];
  readonly pdfId: string | null;
  readonly documentIds: readonly string[];
}

const DOCUMENT_IDS = new Set([
  'document-id',
  'original-document-id',
  'instance-id',
  'derived-from-document-id',
  'derived-from-instance-id',
  'derived-from-original-document-id',
]);

/** The pair of ids of a PDF, of which the first was taken already, and of what only lies in it: a picture that many documents show joins none. */
const OF_ANOTHER = /^(?:trailer \/ID|XMP of a part|Picture, )/;

/** The marks in a document's metadata. */
export function derivationMarks(metadata: readonly MetadataField[]): DerivationMarks {
  const rsids = new Set<number>();
  const documentIds: string[] = [];
  let pdfId: string | null = null;
  for (const { field, value, where } of metadata) {
    if (field === 'rsids' || field === 'rsid-root')
      for (const id of revisionIds(value)) if (!isOfProgram(id)) rsids.add(id);
    if (where === 'trailer /ID first') pdfId = isShared(value) ? null : value;
    if (OF_ANOTHER.test(where)) continue;
    if (DOCUMENT_IDS.has(field) && !isShared(value) && !isOfProgram(value))
      documentIds.push(value.toLowerCase());
  }
  return { rsids: rsids.size === 0 ? NONE : [...rsids], pdfId, documentIds };
}

const NONE: readonly number[] = [];

/** `00A1B2C3` and so on; zero and all ones are nobody's. */
function revisionIds(value: string): number[] {
  return [...value.matchAll(/\b[\da-f]{6,8}\b/gi)]
    .map(([digits]) => Number.parseInt(digits, 16))
    .filter((id) => id > 0xff && id < 0xff_ff_ff_ff);
}
