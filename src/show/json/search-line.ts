import { mailboxText, type SearchHit, type StoredItem } from '../../case/index.ts';
import { type Score, scoreOf } from '../../judge/score/score.ts';
import type { Failure, Reason, Verdict } from '../../model/index.ts';

/** One line of `search --json` and of the jsonl export (docs/schema/search.json). Stable: others rely on it. */
export interface SearchLine {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly status: string;
  readonly failure: Failure | null;
  readonly messageId: string | null;
  /** `Name <address>`, of the first From mailbox; empty for what is no message. */
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly date: string | null;
  readonly thread: string | null;
  readonly duplicateOf: string | null;
  readonly verdict: Verdict | null;
  readonly reasons: readonly Reason[];
  /** How likely it is what it claims to be, 0 to 1 (docs/verdicts.md); null without a verdict. */
  readonly score: Pick<Score, 'value' | 'low' | 'high'> | null;
}

/** A line of `search --json`. */
export function searchLine(hit: SearchHit): SearchLine {
  return {
    id: hit.id,
    kind: hit.kind,
    path: hit.path,
    sha256: hit.sha256,
    size: hit.size,
    status: hit.status,
    failure: hit.failure && { code: hit.failure.code, detail: hit.failure.detail },
    messageId: hit.messageId,
    from: hit.from,
    to: hit.to,
    subject: hit.subject,
    date: hit.date,
    thread: hit.thread,
    duplicateOf: hit.duplicateOf,
    verdict: hit.verdict,
    reasons: hit.reasons.map(({ code, polarity, weight, detail }) => ({ code, polarity, weight, detail })),
    score: hit.verdict === null ? null : scoreLine(hit.verdict, hit.reasons),
  };
}

function scoreLine(verdict: Verdict, reasons: readonly Reason[]): SearchLine['score'] {
  const { value, low, high } = scoreOf({ verdict, reasons });
  return { value, low, high };
}

/** The same line, from an item read whole. */
export function itemLine(item: StoredItem): SearchLine {
  const { message, judgement } = item;
  const sender = message?.from[0];
  return searchLine({
    ...item,
    messageId: message?.messageId ?? null,
    from: sender ? mailboxText(sender) : '',
    to: message?.to.map(mailboxText) ?? [],
    subject: message?.subject ?? '',
    date: message?.date ?? null,
    verdict: judgement?.verdict ?? null,
    reasons: judgement?.reasons ?? [],
    snippet: '',
  });
}
