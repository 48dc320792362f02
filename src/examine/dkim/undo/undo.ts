import { verify } from 'node:crypto';
import type { AddedText, UndoneChange } from '../../../model/index.ts';
import type { HeaderOutcome } from '../header-check.ts';
import type { SignedHeader } from '../message.ts';
import type { MessageView } from '../message-view.ts';
import type { SignatureTags } from '../signature-tags.ts';
import { searchBody } from './body-search.ts';
import { type BodyFound, UndoBudget } from './body-target.ts';
import {
  type Alternative,
  alternativeOf,
  canonicalLine,
  headerAlternatives,
  withRecipientOrders,
} from './header-alternatives.ts';
import { REFOLDING_STYLES, refoldings } from './header-folding.ts';
import { type HeaderFound, MAX_TRIALS, searchHeaders } from './header-search.ts';
import { signedDates } from './signed-date.ts';

/** What the search could restore; `undone` is null when it found nothing. */
export interface UndoOutcome {
  readonly bodyMatches: boolean;
  readonly headerVerifies: boolean;
  readonly undone: UndoneChange | null;
}

/** A signature that does not match, and all that its check has made. */
export interface UndoInput {
  readonly view: MessageView;
  readonly tags: SignatureTags;
  readonly selected: readonly (SignedHeader | null)[];
  readonly outcome: HeaderOutcome;
  /** The body hash as the message lies does not match. */
  readonly bodyDiffers: boolean;
  /** Nothing but a footer is to be taken off. */
  readonly footersOnly: boolean;
  /** The signature's own field in canonical form, b= empty. */
  readonly own: () => Buffer;
}

/** An Ed25519 verification costs fifty times a hash. */
const MAX_ED25519_TRIALS = 60;

/**
 * Tries the known benign changes of docs/undo.md, the body against bh= and the header against the digest
 * the signature itself reveals. A hash decides every time, so nothing is undone by likeness. Where the
 * header does not verify, a body that was restored still leaves the signature unproven: both are told.
 */
export function undoChanges(input: UndoInput): UndoOutcome {
  const { outcome, bodyDiffers } = input;
  const body = bodyDiffers ? findBody(input) : null;
  const bodyMatches = !bodyDiffers || body !== null;
  const isSearchable = outcome.signedDigest !== null || outcome.key?.key.algorithm === 'ed25519';
  const header =
    outcome.check.type !== 'good' && isSearchable && bodyMatches ? findHeader(input, body) : null;
  const changes = [...(body?.changes ?? []), ...(header?.changes ?? [])];
  const regions = [...(body?.regions ?? []), ...(header?.regions ?? [])];
  const marks = (header?.added ?? []).map((text): AddedText => ({ at: 'subject', text, whole: true }));
  const added = [...(body?.added ?? []), ...marks];
  return {
    bodyMatches: body !== null,
    headerVerifies: header !== null,
    undone:
      changes.length === 0
        ? null
        : {
            changes,
            regions,
            added,
            ...(body !== null && body.parts.length > 0 && { parts: body.parts }),
            restored: header?.restored ?? null,
            detail: describe(changes),
          },
  };
}

interface MessageState {
  readonly budget: UndoBudget;
  /** Signatures that state the same body hash share one search. */
  readonly bodies: Map<string, BodyFound | null>;
}

const states = new WeakMap<MessageView, MessageState>();

function stateOf(view: MessageView): MessageState {
  const state = states.get(view) ?? {
    budget: new UndoBudget(view.bytes.length - view.bodyStart),
    bodies: new Map<string, BodyFound | null>(),
  };
  states.set(view, state);
  return state;
}

function findBody({ view, tags, footersOnly }: UndoInput): BodyFound | null {
  const { relaxedBody: relaxed, hash, bodyHash: digest, bodyLength: length } = tags;
  if (hash === null) return null;
  const { budget, bodies } = stateOf(view);
  const name = `${relaxed}:${length}:${footersOnly}:${digest.toString('hex')}`;
  const known = bodies.get(name);
  if (known !== undefined) return known;
  const target = { relaxed, hash, digest, length };
  const found = searchBody(view, target, budget, footersOnly);
  bodies.set(name, found);
  return found;
}

function findHeader(input: UndoInput, body: BodyFound | null): HeaderFound | null {
  const { view, tags, selected, outcome, own } = input;
  const { hash } = tags;
  if (hash === null) return null;
  const accepts = acceptorOf(outcome, tags.signature);
  if (accepts === null) return null;
  const wanted = outcome.signedDigest === null ? MAX_ED25519_TRIALS : MAX_TRIALS;
  const maxTrials = stateOf(view).budget.takeTrials(wanted);
  if (maxTrials === 0) return null;
  const alternatives = headerAlternatives(view, tags, selected, body);
  const found = searchHeaders(alternatives, own(), hash, accepts, maxTrials);
  if (found !== null) return found;
  const reordered = withRecipientOrders(view, tags, selected, alternatives);
  const ordered = reordered && searchHeaders(reordered, own(), hash, accepts, maxTrials);
  if (ordered !== null) return ordered;
  const dated = findDate(input, alternatives, accepts, maxTrials);
  if (dated !== null || tags.relaxedHeader) return dated;
  for (const { change, fields, last } of refoldings(alternatives, own())) {
    const refolded = searchHeaders(fields, last, hash, accepts, maxTrials / REFOLDING_STYLES);
    if (refolded !== null) {
      const regions = selected.flatMap((field) => (field === null ? [] : [field.range]));
      return { ...refolded, changes: [change, ...refolded.changes], regions };
    }
  }
  return null;
}

/** The signature with another Date and nothing else changed: RSA only, where every trial is a hash. */
function findDate(
  { view, tags, selected, outcome, own }: UndoInput,
  alternatives: readonly (readonly Alternative[])[],
  accepts: (digest: string) => boolean,
  maxTrials: number,
): HeaderFound | null {
  const position = tags.signedNames.indexOf('date');
  const field = selected[position];
  if (field == null || tags.hash === null || outcome.signedDigest === null) return null;
  const dates = signedDates(view, tags, field);
  const forms = alternatives.map((others, i) =>
    i === position
      ? dates.map((line) => alternativeOf('date-changed', line, field, tags.relaxedHeader))
      : others.slice(0, 1),
  );
  const found = dates.length === 0 ? null : searchHeaders(forms, own(), tags.hash, accepts, maxTrials);
  if (found === null) return null;
  const chosen = dates.find((line) =>
    found.bytes.some((bytes) => bytes.equals(canonicalLine(line, tags.relaxedHeader))),
  );
  return { ...found, restored: chosen === undefined ? null : chosen.slice(chosen.indexOf(':') + 1).trim() };
}

/** An RSA signature tells the digest it was made over; an Ed25519 one only whether a digest is the one. */
function acceptorOf(outcome: HeaderOutcome, signature: Buffer): ((digest: string) => boolean) | null {
  const signed = outcome.signedDigest?.toString('hex');
  if (signed !== undefined) return (digest) => digest === signed;
  const key = outcome.key?.key.object;
  return key === undefined ? null : (digest) => verify(null, Buffer.from(digest, 'hex'), key, signature);
}

function describe(changes: readonly string[]): string {
  return `the signature fits once this is undone: ${changes.join(', ')}`;
}
