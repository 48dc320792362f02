import type { ReviewAction, ReviewEvent } from './event.ts';

export interface Mark {
  readonly author: string;
  readonly time: string;
}

export interface ReviewNote extends Mark {
  /** Number of the event that wrote it first. */
  readonly id: string;
  readonly text: string;
  readonly edited: boolean;
  /** What others wrote without having seen this text. */
  readonly beside: readonly (Mark & { readonly text: string })[];
}

/** A change made without having seen another of the same thing. Both stand in the log; this one came later. */
export interface ReviewConflict extends Mark {
  readonly what: 'note' | 'tag' | 'sign-off' | 'dossier';
  readonly action: ReviewAction;
}

/** `session`: two names from one browser are not four eyes. */
export interface Signature extends Mark {
  readonly session: string;
  readonly verdict: string | null;
}

/** What stands of one item after its events. */
export interface ItemReview {
  readonly version: number;
  readonly tags: readonly (Mark & { readonly tag: string })[];
  readonly notes: readonly ReviewNote[];
  readonly checks: readonly (Mark & { readonly verdict: string | null })[];
  readonly signatures: readonly Signature[];
  readonly collected: Mark | null;
  readonly conflicts: readonly ReviewConflict[];
}

interface Growing {
  readonly tags: Map<string, Mark>;
  readonly notes: Map<string, ReviewNote & { readonly at: number }>;
  readonly checks: Map<string, Mark & { readonly verdict: string | null }>;
  readonly signatures: Map<string, Signature>;
  collected: Mark | null;
  readonly conflicts: ReviewConflict[];
  /** The last event about each thing (a tag, a note, the sign-offs of an author, the dossier). */
  readonly last: Map<string, { readonly version: number; readonly author: string }>;
}

/** Follows the events of one item, in order. Nothing that anybody wrote is dropped where two wrote at once. */
export function itemReview(events: readonly ReviewEvent[]): ItemReview {
  const state: Growing = {
    tags: new Map(),
    notes: new Map(),
    checks: new Map(),
    signatures: new Map(),
    collected: null,
    conflicts: [],
    last: new Map(),
  };
  events.forEach((event, index) => {
    const action = event.action;
    if (action.type === 'save-search' || action.type === 'remove-search' || action.type === 'set-zone')
      return;
    const subject = subjectOf(event, action);
    const unseen = concurrent(state, event, subject);
    if (unseen && !agrees(state, event, action))
      state.conflicts.push({ what: whatOf(action), author: event.author, time: event.time, action });
    if (!unseen) settle(state, action);
    apply(state, event, action, index + 1, unseen);
    state.last.set(subject, { version: index + 1, author: event.author });
  });
  return {
    version: events.length,
    tags: [...state.tags].map(([tag, mark]) => ({ tag, ...mark })),
    notes: [...state.notes.values()].map(({ at: _, ...note }) => note),
    checks: [...state.checks.values()],
    signatures: [...state.signatures.values()],
    collected: state.collected,
    conflicts: state.conflicts,
  };
}

function subjectOf({ author, number }: ReviewEvent, action: ReviewAction): string {
  switch (action.type) {
    case 'tag':
    case 'untag':
      return `tag ${action.tag}`;
    case 'note':
    case 'take':
      return `${action.type} ${number}`;
    case 'edit-note':
    case 'remove-note':
      return `note ${action.note}`;
    case 'check':
    case 'uncheck':
      return `check ${author}`;
    case 'sign-off':
    case 'withdraw-sign-off':
      return `sign-off ${author}`;
    case 'collect':
    case 'uncollect':
      return 'dossier';
  }
}

function whatOf(action: ReviewAction): ReviewConflict['what'] {
  if (action.type === 'tag' || action.type === 'untag') return 'tag';
  if (action.type === 'collect' || action.type === 'uncollect') return 'dossier';
  return action.type.includes('note') ? 'note' : 'sign-off';
}

/** Somebody else changed the same thing after what this author had seen. */
function concurrent(state: Growing, event: ReviewEvent, subject: string): boolean {
  const last = state.last.get(subject);
  return last !== undefined && last.version > event.base && last.author !== event.author;
}

/** Two who tag alike, or collect the same, do not contradict each other. */
function agrees(state: Growing, _event: ReviewEvent, action: ReviewAction): boolean {
  switch (action.type) {
    case 'tag':
      return state.tags.has(action.tag);
    case 'untag':
      return !state.tags.has(action.tag);
    case 'collect':
      return state.collected !== null;
    case 'uncollect':
      return state.collected === null;
    default:
      return false;
  }
}

/** Whoever changes a thing having seen all of it has settled what was in conflict about it. */
function settle(state: Growing, action: ReviewAction): void {
  const same = (other: ReviewAction): boolean => thing(other) === thing(action);
  for (let at = state.conflicts.length - 1; at >= 0; at--) {
    const conflict = state.conflicts[at];
    if (conflict !== undefined && same(conflict.action)) state.conflicts.splice(at, 1);
  }
}

function thing(action: ReviewAction): string {
  if ('tag' in action) return `tag ${action.tag}`;
  if ('note' in action) return `note ${action.note}`;
  return action.type === 'collect' || action.type === 'uncollect' ? 'dossier' : action.type;
}

function apply(
  state: Growing,
  event: ReviewEvent,
  action: ReviewAction,
  version: number,
  unseen: boolean,
): void {
  const mark = { author: event.author, time: event.time };
  switch (action.type) {
    case 'tag':
      if (!state.tags.has(action.tag)) state.tags.set(action.tag, mark);
      return;
    case 'untag':
      // Against a tag set meanwhile by another, the tag stays: what is there can be taken away, what is gone is lost.
      if (!unseen) state.tags.delete(action.tag);
      return;
    case 'note':
      state.notes.set(String(event.number), {
        ...{ id: String(event.number), ...mark, text: action.text },
        ...{ edited: false, beside: [], at: version },
      });
      return;
    case 'edit-note':
      editNote(state, event, action, version, unseen);
      return;
    case 'remove-note':
      if (!unseen) state.notes.delete(action.note);
      return;
    case 'check':
      state.checks.set(event.author, { ...mark, verdict: action.verdict });
      return;
    case 'uncheck':
      state.checks.delete(event.author);
      return;
    case 'sign-off':
      state.signatures.set(event.author, { ...mark, session: event.session, verdict: action.verdict });
      return;
    case 'withdraw-sign-off':
      state.signatures.delete(event.author);
      return;
    case 'collect':
      state.collected ??= mark;
      return;
    case 'uncollect':
      if (!unseen) state.collected = null;
      return;
    case 'take':
  }
}

/** An edit of a text that another had changed meanwhile stands beside it; so does one of a note removed. */
function editNote(
  state: Growing,
  event: ReviewEvent,
  action: Extract<ReviewAction, { type: 'edit-note' }>,
  version: number,
  unseen: boolean,
): void {
  const { author, time } = event;
  const note = state.notes.get(action.note);
  if (note !== undefined && unseen) {
    const beside = [...note.beside, { author, time, text: action.text }];
    state.notes.set(action.note, { ...note, beside });
    return;
  }
  state.notes.set(action.note, {
    ...{ id: action.note, author, time, text: action.text },
    ...{ edited: true, beside: [], at: version },
  });
}

/**
 * Four eyes: two names, from two browsers (or two visits with the token), under the verdict that was signed last. Names
 * are declared; that nobody signs as two by a slip is what can be asked for.
 */
export function isSignedOff({ signatures }: ItemReview): boolean {
  const last = signatures.reduce<Signature | null>(
    (latest, each) => (latest === null || each.time >= latest.time ? each : latest),
    null,
  );
  return signatures.some(({ session, verdict }) => verdict === last?.verdict && session !== last.session);
}
