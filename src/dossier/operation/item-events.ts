import type { CaseStore } from '../../case/index.ts';
import type { LateSave, SaveWindow } from '../../model/index.ts';
import type { BaitLook } from './bait-look.ts';
import type { CaseFacts } from './case-facts.ts';
import { MOST_ITEMS, type OperationEvent } from './event.ts';
import type { DatedItem } from './mail-span.ts';

/** Messages from domains that look like one the victim writes to or from: what bait looks like. */
export function baitEvents(store: CaseStore, { lookalikes }: CaseFacts): OperationEvent[] {
  const domains = Map.groupBy(lookalikes, (row) => {
    const detail = store
      .itemByRow(row.row)
      ?.judgement?.reasons.find(({ code }) => code === 'lookalike-domain')?.detail;
    return JSON.stringify([String(detail?.domain ?? ''), String(detail?.target ?? '')]);
  });
  return [...domains].map(([key, rows]) => {
    const [domain = '', target = ''] = JSON.parse(key) as readonly string[];
    const dates = rows.flatMap(({ date }) => date ?? []).sort();
    return {
      stage: 'bait',
      code: 'lookalike-messages',
      from: dates[0] ?? null,
      to: dates.at(-1) ?? null,
      zone: 'UTC',
      ground: 'own-clock',
      items: rows.slice(0, MOST_ITEMS).map(({ id }) => id),
      count: rows.length,
      detail: { domain, target, messages: rows.length },
    };
  });
}

/** What a look for phishing found in the mail (`tamis bait mail`); nothing where nobody looked. */
export function phishingEvents(look: BaitLook | null): OperationEvent[] {
  if (look === null || look.findings.length === 0) return [];
  const dates = look.findings.flatMap(({ date }) => date ?? []).sort();
  const strongest = [...look.findings].sort((x, y) => y.score - x.score);
  const hosts = [...new Set(strongest.flatMap((finding) => finding.hosts))].slice(0, MOST_HOSTS);
  return [
    {
      stage: 'bait',
      code: 'bait-messages',
      from: dates[0] ?? null,
      to: dates.at(-1) ?? null,
      zone: 'UTC',
      ground: 'own-clock',
      items: strongest.slice(0, MOST_ITEMS).map(({ id }) => id),
      count: look.findings.length,
      detail: {
        messages: look.findings.length,
        mailboxes: mailboxesOf(look.findings),
        hosts: hosts.join(', '),
      },
    },
  ];
}

/** Mailboxes by how many of the messages lie in them, `path (messages)`; how many more there are stands at the end. */
function mailboxesOf(findings: BaitLook['findings']): string {
  const counts = [...Map.groupBy(findings, ({ mailbox }) => mailbox)].map(
    ([mailbox, { length }]) => [mailbox, length] as const,
  );
  const named = counts
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_MAILBOXES)
    .map(([mailbox, count]) => `${mailbox} (${count})`);
  const more = counts.length - named.length;
  return more > 0 ? `${named.join(', ')}, +${more}` : named.join(', ');
}

/** Hosts and mailboxes named in one line; the findings have all. */
const MOST_HOSTS = 6;
const MOST_MAILBOXES = 6;

/** What the leak holds by its own dates, and between what the copy must have been made. */
export function theftEvents({ mail }: CaseFacts, published: string | null): OperationEvent[] {
  const { first, last, aside } = mail;
  if (first === null || last === null) return [];
  const ends = [first, last];
  const bounded = published !== null && published >= last.date;
  const window: OperationEvent = {
    stage: 'theft',
    // What came out before its own last message, by that message's date, bounds nothing: one of the dates is wrong.
    code: bounded ? 'theft-window' : published === null ? 'theft-after' : 'theft-contradicted',
    from: last.date,
    to: bounded ? published : null,
    zone: 'UTC',
    ground: 'bounded',
    items: [last.id],
    count: 1,
    detail: {},
  };
  return [
    {
      stage: 'theft',
      code: 'leak-span',
      from: first.date,
      to: last.date,
      zone: 'UTC',
      ground: ends.every(isSigned) ? 'signed' : 'own-clock',
      items: ends.map(({ id }) => id),
      count: 2,
      detail: aside === 0 ? {} : { aside },
    },
    window,
  ];
}

/** Runs of saves, and documents saved after they had left. */
export function saveEvents(windows: readonly SaveWindow[], late: readonly LateSave[]): OperationEvent[] {
  return [...windows.map(windowEvent), ...lateEvents(windows, late)];
}

function windowEvent(window: SaveWindow): OperationEvent {
  const { from, to, zone, documents, unrelated, seconds, files, foreign } = window;
  return {
    stage: 'saves',
    code: 'saved-in-run',
    from,
    to,
    zone,
    ground: 'own-clock',
    items: files.slice(0, MOST_ITEMS).map(({ id }) => id),
    count: documents,
    detail: { documents, unrelated, seconds: Math.round(seconds), foreign: foreign.length },
  };
}

/** Those of a run are told with it. What a signature covers as it is, or a zone explains, shows nothing. */
function lateEvents(windows: readonly SaveWindow[], late: readonly LateSave[]): OperationEvent[] {
  const inRun = new Set(windows.flatMap(({ files }) => files.map(({ id }) => id)));
  const alone = late.filter(({ id, cause }) => cause === null && !inRun.has(id));
  if (alone.length === 0) return [];
  const times = alone.map(({ saved }) => saved).sort();
  return [
    {
      stage: 'saves',
      code: 'saved-late',
      from: times[0] ?? null,
      to: times.at(-1) ?? null,
      zone: times.every((time) => time.endsWith('Z')) ? 'UTC' : 'local',
      ground: 'own-clock',
      items: alone.slice(0, MOST_ITEMS).map(({ id }) => id),
      count: alone.length,
      detail: { documents: alone.length },
    },
  ];
}

function isSigned({ verdict }: DatedItem): boolean {
  return verdict === 'authentic';
}
