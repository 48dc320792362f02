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
  /** When, ISO 8601. */
  readonly time: string;
  /** Brands and domains that were held against. */
  readonly brands: readonly string[];
  readonly messages: number;
  /** By date, then id. */
  readonly findings: readonly BaitFinding[];
}

/** What is kept of a look beside its findings, which lie in pages. */
interface Look extends Omit<BaitLook, 'findings'> {
  readonly format: typeof FORMAT;
  readonly pages: number;
}

/** As an earlier Tamis kept it: all in one. */
interface OldLook extends BaitLook {
  readonly format: typeof OLD_FORMAT;
}

const FORMAT = 'tamis-bait-mail-2';
const OLD_FORMAT = 'tamis-bait-mail-1';
const SETTING = 'bait-mail';

/** Findings kept in one setting: some hundred kilobytes. Of a leak of ten million messages there are a hundred thousand. */
const PAGE_FINDINGS = 500;

/** What the last look for phishing found in this case; null when nobody looked. */
export function baitFindings(store: CaseStore): BaitLook | null {
  const look = lookOf(store);
  if (look === null) return null;
  const { time, brands, messages } = look;
  return { time, brands, messages, findings: [...pagesOf(store)].flat() };
}

/** Keeps a look in the case, in place of the one before, with a note on each item it found. */
export function setBaitFindings(store: CaseStore, look: BaitLook): void {
  const findings = [...look.findings].sort(
    (a, b) => (a.date ?? '').localeCompare(b.date ?? '') || (a.id < b.id ? -1 : 1),
  );
  const { time, brands, messages } = look;
  store.transaction(() => {
    for (const page of pagesOf(store)) for (const { id } of page) note(store, id, null);
    const pages = Math.ceil(findings.length / PAGE_FINDINGS);
    const kept: Look = { format: FORMAT, time, brands, messages, pages };
    store.setSetting(SETTING, JSON.stringify(kept));
    for (let page = 0; page < pages; page++) {
      const own = findings.slice(page * PAGE_FINDINGS, (page + 1) * PAGE_FINDINGS);
      store.setSetting(pageName(page), JSON.stringify(own));
      for (const finding of own) note(store, finding.id, finding);
    }
  });
}

/** Verdicts have been written anew, without the notes of a look before them: they are put back, a page at a time. */
export function concludeBait(store: CaseStore): void {
  for (const page of pagesOf(store))
    store.transaction(() => {
      for (const finding of page) note(store, finding.id, finding);
    });
}

function* pagesOf(store: CaseStore): IterableIterator<readonly BaitFinding[]> {
  const look = lookOf(store);
  if (look === null) return;
  if (look.format === OLD_FORMAT) {
    yield look.findings;
    return;
  }
  for (let page = 0; page < look.pages; page++) {
    const written = store.setting(pageName(page));
    if (written !== null) yield JSON.parse(written) as readonly BaitFinding[];
  }
}

function pageName(page: number): string {
  return `${SETTING}-${page}`;
}

function lookOf(store: CaseStore): Look | OldLook | null {
  const written = store.setting(SETTING);
  if (written === null) return null;
  const look = JSON.parse(written) as Look | OldLook;
  return look.format === FORMAT || look.format === OLD_FORMAT ? look : null;
}

/** The notes of a finding on its item, in place of those there are. */
function note(store: CaseStore, id: string, finding: BaitFinding | null): void {
  const item = store.item(id);
  if (item === null || item.judgement === null) return;
  const kept = item.judgement.reasons.filter(({ code }) => !code.startsWith('bait-'));
  const reasons = finding === null ? kept : [...kept, ...notesOf(finding)];
  store.setJudgements([[item.row, { verdict: item.judgement.verdict, reasons }]]);
}

/** Signs noted for one message. */
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
