import type { StoredItem } from '../case/index.ts';
import { tellReason } from '../judge/reasons/index.ts';
import { LANGUAGES } from '../model/index.ts';
import { itemLine } from '../show/json/index.ts';

/** What is said of one item, and in which file of the package its bytes lie: a line of data/findings.jsonl. */
export function findingLine(item: StoredItem, file: string | null): string {
  const { message } = item;
  return `${JSON.stringify({
    ...itemLine(item),
    role: item.role,
    parent: item.parent,
    type: item.type,
    canonical: message?.canonical ?? null,
    mih: message?.mih ?? null,
    rebuilt: message?.rebuilt ?? false,
    signatures: message?.signatures ?? [],
    metadata: item.metadata ?? [],
    // In words too: whoever opens the package in ten years has no Tamis of this version.
    told: Object.fromEntries(
      LANGUAGES.map((lang) => [
        lang,
        (item.judgement?.reasons ?? []).map((reason) => tellReason(reason, lang)),
      ]),
    ),
    file,
  })}\n`;
}
