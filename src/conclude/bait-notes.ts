import type { CaseStore } from '../case/store.ts';
import type { Reason } from '../model/index.ts';

/** What a look for phishing found in one message. */
export interface BaitFinding {
  /** Id of the item. */
  readonly id: string;
  /** Path of the mailbox or folder it lay in. */
  readonly mailbox: string;
  /** ISO 8601, by the message's own Date; null without. */
  readonly date: string | null;
  readonly from: string;
  readonly subject: string;
  /** 50 to 100 (docs/bait.md). */
  readonly score: number;
  /** Codes `bait-…` with what they add, the heaviest first. */
  readonly reasons: readonly {
    readonly code: string;
    readonly weight: number;
    readonly detail: Reason['detail'];
  }[];
  /** Links, written so that no program opens them. */
  readonly links: readonly string[];
  readonly hosts: readonly string[];
  readonly attack: readonly string[];
}

/** What was looked for, and what was found. */
export interface BaitLook {
  readonly format: typeof FORMAT;
  /** When, ISO 8601. */
  readonly time: string;
  /** Brands and domains that were held against. */
  readonly brands: readonly string[];
  readonly messages: number;
  /** By date, then id. */
  readonly findings: readonly BaitFinding[];
}

const FORMAT = 'tamis-bait-mail-1';
const SETTING = 'bait-mail';

/** What the last look for phishing found in this case; null when nobody looked. */
export function baitFindings(store: CaseStore): BaitLook | null {
  const written = store.setting(SETTING);
  if (written === null) return null;
  const look: unknown = JSON.parse(written);
  return isLook(look) ? look : null;
}

/** Keeps a look in the case, in place of the one before, with a note on each item it found. */
export function setBaitFindings(store: CaseStore, look: Omit<BaitLook, 'format'>): void {
  const before = baitFindings(store);
  const findings = [...look.findings].sort(
    (a, b) => (a.date ?? '').localeCompare(b.date ?? '') || (a.id < b.id ? -1 : 1),
  );
  store.transaction(() => {
    store.setSetting(SETTING, JSON.stringify({ ...look, format: FORMAT, findings }));
    noteAll(store, before?.findings ?? [], findings);
  });
}

/** Verdicts have been written anew, without the notes of a look before them: they are put back. */
export function concludeBait(store: CaseStore): void {
  const look = baitFindings(store);
  if (look !== null) store.transaction(() => noteAll(store, [], look.findings));
}

function noteAll(store: CaseStore, before: readonly BaitFinding[], now: readonly BaitFinding[]): void {
  const found = new Map(now.map((finding) => [finding.id, finding]));
  for (const id of new Set([...before.map((each) => each.id), ...found.keys()])) {
    const item = store.item(id);
    if (item === null || item.judgement === null) continue;
    const kept = item.judgement.reasons.filter(({ code }) => !code.startsWith('bait-'));
    const finding = found.get(id);
    const reasons = finding === undefined ? kept : [...kept, ...notesOf(finding)];
    store.setJudgements([[item.row, { verdict: item.judgement.verdict, reasons }]]);
  }
}

const MOST_NOTES = 10;

/** None moves the verdict: bait can be perfectly authentic mail. */
function notesOf({ score, mailbox, hosts, links, attack, reasons }: BaitFinding): Reason[] {
  const whole: Reason = {
    code: 'bait-mail',
    polarity: 'note',
    weight: 1,
    detail: { score, mailbox, hosts: hosts.slice(0, 5), links: links.slice(0, 5), attack },
  };
  const each = reasons.slice(0, MOST_NOTES).map(
    ({ code, weight, detail }): Reason => ({
      code,
      polarity: 'note',
      weight: 0,
      detail: { ...detail, adds: weight },
    }),
  );
  return [whole, ...each];
}

function isLook(value: unknown): value is BaitLook {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === FORMAT &&
    'findings' in value &&
    Array.isArray(value.findings)
  );
}
