import type { OpenAddress, SignatureResult } from '../../model/index.ts';
import { type ArcSet, arcSetsOf, collectSealData } from '../arc/seal-data.ts';
import { saysSenderPassed } from '../arc/sealed-results.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import { alignmentOf } from './alignment.ts';
import { type BodyOutcome, checkBody } from './body-check.ts';
import { coverageOf, selectHeaders } from './covered-headers.ts';
import { HeaderData } from './header-canonicalizer.ts';
import { checkHeader, type HeaderOutcome } from './header-check.ts';
import { keyFacts } from './key-facts.ts';
import type { SignedHeader, SignedMessage } from './message.ts';
import { MessageView, SIGNATURE_KINDS } from './message-view.ts';
import { openAddresses } from './open-addresses.ts';
import { type OpenReading, openReading } from './open-reading.ts';
import { openRemarks } from './open-remarks.ts';
import { wasRemade } from './remade-body.ts';
import { wasRewritten } from './rewritten-body.ts';
import { addressShownBeside } from './shown-address.ts';
import { addOwnField, collectHeaderData, MAX_SIGNATURES, type SignatureField } from './signature-field.ts';
import { readSignatureTags, type SignatureTags } from './signature-tags.ts';
import { hasTextInHeader } from './text-in-header.ts';
import { type UndoOutcome, undoChanges } from './undo/undo.ts';
import { type ContentField, type UnsignedReading, unsignedReading } from './unsigned-reading.ts';
import { weaknessesOf } from './weaknesses.ts';

/** How signatures are checked. */
export interface VerifyOptions {
  /** The clock, in milliseconds since 1970: only `expired` and `signed-in-future` depend on it. */
  readonly now: number;
  /** Search for benign changes when something does not match (docs/undo.md). */
  readonly undo: boolean;
  /**
   * Search the body also where no key is known: a restored body alone proves nothing yet. `footers` tries only to take
   * off what a list adds at its end, in a pass or two over it.
   */
  readonly undoWithoutKey?: 'all' | 'footers';
  /** Fingerprints (SignatureKey.fingerprint) of keys whose private half is public. */
  readonly publishedKeys?: ReadonlySet<string>;
}

const NO_KEYS: ReadonlySet<string> = new Set();
const headerData = new HeaderData();

/**
 * Checks every DKIM-Signature, X-Google-DKIM-Signature, ARC-Message-Signature and ARC-Seal of a message, in
 * header order (RFC 6376, 8301, 8463, 8616, 8617). Synchronous, and never throws: what cannot be checked is
 * a result that says why.
 */
export function verifySignatures(
  message: SignedMessage,
  ring: KeyRing,
  options: VerifyOptions,
): readonly SignatureResult[] {
  const fields = message.headers.filter((header) => SIGNATURE_KINDS.has(header.key));
  if (fields.length === 0) return [];
  const view = new MessageView(message);
  const sets = view.index.has('arc-seal') ? arcSetsOf(view).sets : NO_SETS;
  return fields.slice(0, MAX_SIGNATURES).map((field) => {
    const tags = readSignatureTags(SIGNATURE_KINDS.get(field.key) ?? 'dkim', view.valueOf(field));
    const selected = selectHeaders(view.index, tags.signedNames, field);
    return verifySignature({ view, field, tags, selected }, sets, ring, options);
  });
}

type ArcSets = ReadonlyMap<number, ArcSet>;
const NO_SETS: ArcSets = new Map();

function verifySignature(
  signature: SignatureField,
  sets: ArcSets,
  ring: KeyRing,
  options: VerifyOptions,
): SignatureResult {
  const { view, tags, selected } = signature;
  const coverage = coverageOf(view.index, tags.signedNames, selected);
  const body = checkBody(view, tags);
  const outcome = checkHeaders(signature, sets, ring);
  const undo = tryUndo(signature, outcome, body, options);
  const now = Math.floor(options.now / 1000);
  const expired = tags.expires !== null && now > tags.expires;
  const signingTime = tags.signedAt ?? view.date;
  const key = outcome.key && keyFacts(outcome.key, ring.lookup(tags.domain, tags.selector), signingTime);
  return {
    ...statedBy(tags),
    header: undo.headerVerifies ? { type: 'good' } : outcome.check,
    body: undo.bodyMatches ? { type: 'match' } : body.check,
    covered: coverage.covered,
    uncovered: tags.kind === 'arc-seal' ? [] : coverage.uncovered,
    coveredBody: body.covered,
    uncoveredBody: body.uncovered,
    expired,
    alignment: alignmentOf(tags.domain, view.fromDomains),
    ...shownAround(signature, coverage.weaknesses, sets, undo),
    key,
    undone: undo.undone,
    weaknesses: weaknessesOf({
      tags,
      outcome,
      body: body.check,
      coverage: coverage.weaknesses,
      bodyRemade: body.check.type === 'mismatch' && !undo.bodyMatches && wasRemade(view, tags.signedNames),
      linksRewritten: body.check.type === 'mismatch' && !undo.bodyMatches && wasRewritten(view),
      reading: tags.kind === 'arc-seal' ? null : readingOf(view, coverage.weaknesses, tags.signedNames),
      remarks: tags.kind === 'dkim' ? openRemarks(view, tags.signedNames, coverage.weaknesses) : [],
      textInHeader: hasTextInHeader(view),
      leavesBodyUncovered: body.uncovered !== null,
      lengthBeyondBody: body.lengthBeyondBody,
      key,
      signingTime,
      date: view.date,
      expired,
      now,
      publishedKeys: options.publishedKeys ?? NO_KEYS,
    }),
  };
}

/** What the signature says of itself. */
function statedBy(
  tags: SignatureTags,
): Pick<
  SignatureResult,
  'kind' | 'instance' | 'domain' | 'selector' | 'algorithm' | 'canonicalization' | 'signedAt' | 'expires'
> {
  const { kind, instance, domain, selector, algorithm, canonicalization, signedAt, expires } = tags;
  return { kind, instance, domain, selector, algorithm, canonicalization, signedAt, expires };
}

/** What a reader sees beside what is signed, each only where there is something to tell. */
function shownAround(
  { view, tags, selected }: SignatureField,
  coverage: readonly string[],
  sets: ArcSets,
  undo: UndoOutcome,
): Pick<SignatureResult, 'shownBeside' | 'isShownVia' | 'openAddresses' | 'saysSenderPassed'> {
  const shownBeside = tags.kind === 'dkim' ? addressShownBeside(view) : null;
  const open = openAddressesOf(view, coverage, selected, undo);
  const passed =
    tags.kind === 'arc-message' && saysSenderPassed(view, sets.get(tags.instance ?? 0), tags.domain);
  return {
    ...(shownBeside !== null && { shownBeside: shownBeside.address }),
    ...(shownBeside?.isVia === true && { isShownVia: true as const }),
    ...(open.length > 0 && { openAddresses: open }),
    ...(passed && { saysSenderPassed: true as const }),
  };
}

/** Of the fields that say how bytes are read, what shows of those that the signature leaves open, or hangs on them. */
function readingOf(
  view: MessageView,
  coverage: readonly string[],
  signed: readonly string[],
): UnsignedReading | OpenReading | null {
  // Of two, readers take the upper one; a second Content-Type has a weakness of its own.
  if (coverage.includes('extra-content-transfer-encoding')) return 'repeated-content-field';
  const open = CONTENT_FIELDS.filter((name) => coverage.includes(`unsigned-${name}`));
  const exchanged = open.length === 0 ? null : unsignedReading(view, open);
  if (exchanged !== null) return exchanged;
  // Of a field that is not there, nobody signed that it is not, unless h= names it.
  const isOpen = (name: string) => !signed.includes(name);
  const absent = CONTENT_FIELDS.filter((name) => !view.index.has(name) && isOpen(name));
  const disposed = view.index.has(DISPOSITION) && isOpen(DISPOSITION) ? ([DISPOSITION] as const) : [];
  const all = [...open, ...absent, ...disposed];
  return all.length === 0 ? null : openReading(view, all);
}

const DISPOSITION = 'content-disposition' as const;

/** Also of a field that was signed as absent, once the search for benign changes has set it aside. */
function openAddressesOf(
  view: MessageView,
  coverage: readonly string[],
  selected: readonly (SignedHeader | null)[],
  { undone }: UndoOutcome,
): readonly OpenAddress[] {
  const isSetAside = undone?.changes.includes('list-fields') === true;
  if (!isSetAside && !coverage.some((weakness) => OPEN_ADDRESS.test(weakness))) return [];
  const covered = new Set(isSetAside ? [] : selected);
  return openAddresses(view, covered);
}

const OPEN_ADDRESS = /^(?:unsigned|extra)-(?:reply-to|sender)$/;

const CONTENT_FIELDS: readonly ContentField[] = ['content-type', 'content-transfer-encoding'];

function checkHeaders(signature: SignatureField, sets: ArcSets, ring: KeyRing): HeaderOutcome {
  const { tags } = signature;
  const unchecked = (why: string): HeaderOutcome => ({
    check: { type: 'not-checkable', why },
    key: null,
    signedDigest: null,
  });
  if (tags.broken !== null || tags.signatureSpan === null) return unchecked(tags.broken ?? 'missing-tag-b');
  const keys = ring.lookup(tags.domain, tags.selector);
  if (keys.length === 0) return unchecked('no-key');
  if (tags.kind === 'arc-seal') {
    if (collectSealData(signature, sets, headerData) === 'incomplete') return unchecked('incomplete-chain');
  } else collectHeaderData(signature, headerData);
  return checkHeader(headerData.bytes, tags, keys);
}

const NOTHING_UNDONE: UndoOutcome = { bodyMatches: false, headerVerifies: false, undone: null };

/** A seal is not searched: it covers only what forwarders wrote. */
function tryUndo(
  signature: SignatureField,
  outcome: HeaderOutcome,
  body: BodyOutcome,
  options: VerifyOptions,
): UndoOutcome {
  const { view, tags, selected } = signature;
  const hasKey = outcome.key !== null;
  const isWanted = options.undo && (hasKey || options.undoWithoutKey !== undefined);
  if (!isWanted || tags.kind === 'arc-seal' || tags.broken !== null) return NOTHING_UNDONE;
  const bodyDiffers = body.check.type === 'mismatch';
  if (!bodyDiffers && (outcome.check.type === 'good' || outcome.key === null)) return NOTHING_UNDONE;
  const own = () => {
    headerData.reset();
    addOwnField(signature, headerData);
    return Buffer.from(headerData.bytes);
  };
  const footersOnly = !hasKey && options.undoWithoutKey === 'footers';
  return undoChanges({ view, tags, selected, outcome, bodyDiffers, footersOnly, own });
}
