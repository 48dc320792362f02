import type { ClockConflict, ClockConflictCode, DocumentClock, MetadataField } from '../../model/index.ts';
import { clockSlack, clockTime, type DocumentAbout, documentTimes } from './document-times.ts';
import { firstSaleOf } from './office-releases.ts';

/** A conflict without the item it was found in. */
export type BareConflict = Omit<ClockConflict, 'id' | 'name'>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Two stamps of one act of saving are seconds apart. */
const ONE_ACT = 2 * MINUTE;
/** Word writes local times of changes and comments as if they were UTC. */
const ANY_ZONE = 14 * HOUR;

/**
 * Clocks of one document that cannot both be right, or need a reason to be: at most one of each kind, the gravest
 * first. Every kind has innocent causes (docs/traces.md).
 */
export function clockConflicts(document: DocumentAbout): readonly BareConflict[] {
  const { metadata = [], clocks = [] } = document;
  if (clocks.length === 0) return [];
  const { created, saved } = documentTimes(document);
  const found = [
    created && saved ? madeAfterSaved(created, saved) : null,
    saved ? newerProgram(saved, metadata) : null,
    created && saved ? editedTooLong(created, saved, metadata) : null,
    saved ? changedAfter(saved, clocks) : null,
    ...(saved ? packed(saved, clocks) : []),
    against('xmp-against-info', clocks, /^Info, object.*\/ModDate$/, /^XMP, object.*ModifyDate$/),
    against(
      'exif-against-xmp',
      clocks,
      /^EXIF.* tag 0x9003$/,
      /^XMP, (?:APP|chunk|item).* (?:DateTimeOriginal|DateCreated)$/,
    ),
    saved ? directory(saved, clocks) : null,
  ];
  return found.filter((each) => each !== null);
}

function conflict(
  code: ClockConflictCode,
  gap: number,
  one: DocumentClock,
  other: { readonly source: string; readonly time: string },
): BareConflict {
  const { source, time } = one;
  return {
    conflict: code,
    gapSeconds: Math.round(gap / 1000),
    one: { source, time },
    other: { source: other.source, time: other.time },
  };
}

/** Copies and templates keep a time of saving that is older than the file; so do clocks that were set. */
function madeAfterSaved(created: DocumentClock, saved: DocumentClock): BareConflict | null {
  const gap = clockTime(created) - clockTime(saved);
  // Both wall clocks stood in one place.
  const slack = created.zone === 'local' && saved.zone === 'local' ? ONE_ACT : slackOf(created, saved);
  return gap > Math.max(slack, ONE_ACT) ? conflict('made-after-saved', gap, created, saved) : null;
}

function slackOf(one: DocumentClock, other: DocumentClock): number {
  return clockSlack(one) + clockSlack(other);
}

function newerProgram(saved: DocumentClock, metadata: readonly MetadataField[]): BareConflict | null {
  const release = firstSaleOf(metadata);
  if (release === null) return null;
  const gap = Date.parse(release.time) - clockTime(saved);
  return gap > 0 ? conflict('application-newer-than-save', gap, saved, release) : null;
}

/** The time that Office counts while a document is open. */
function editedTooLong(
  created: DocumentClock,
  saved: DocumentClock,
  metadata: readonly MetadataField[],
): BareConflict | null {
  const field = metadata.find((each) => each.field === 'edit-minutes');
  const minutes = Number(field?.value);
  const lifetime = clockTime(saved) - clockTime(created);
  if (field === undefined || !Number.isFinite(minutes) || lifetime < 0) return null;
  const gap = minutes * MINUTE - lifetime;
  if (gap <= HOUR + slackOf(created, saved)) return null;
  return conflict('edited-longer-than-existed', gap, created, {
    source: field.where,
    time: `${minutes} min`,
  });
}

const CHANGES =
  /(?:comments|threadedComments)\S{0,60} |w:(?:ins|del|moveFrom|moveTo|\w{1,10}Change)$|annotation|History\/when$/;

/** What only lies in a document has a life of its own. */
const OF_A_PART = /^(?:XMP of a part|Picture, )/;

function changedAfter(saved: DocumentClock, clocks: readonly DocumentClock[]): BareConflict | null {
  let latest: DocumentClock | null = null;
  for (const clock of clocks) {
    if (!CHANGES.test(clock.source) || OF_A_PART.test(clock.source)) continue;
    if (latest === null || clockTime(clock) > clockTime(latest)) latest = clock;
  }
  if (latest === null) return null;
  const gap = clockTime(latest) - clockTime(saved);
  return gap > ANY_ZONE + clockSlack(saved) + 15 * MINUTE
    ? conflict('changed-after-saved', gap, latest, saved)
    : null;
}

/** Office writes 1980 into its packages; LibreOffice and scripts the time, and those that unpack and pack again. */
function packed(saved: DocumentClock, clocks: readonly DocumentClock[]): readonly BareConflict[] {
  const zip = clocks.find(({ source }) => source === 'zip entry, time of packing');
  if (zip === undefined || clockTime(zip) < Date.UTC(1981, 0, 1)) return [];
  const slack = clockSlack(zip) + clockSlack(saved) + 15 * MINUTE;
  const gap = clockTime(zip) - clockTime(saved);
  if (gap < -slack) return [conflict('packed-before-saved', -gap, zip, saved)];
  return gap > slack + DAY ? [conflict('packed-after-saved', gap, zip, saved)] : [];
}

/** Two places where one program writes the same time. */
function against(
  code: ClockConflictCode,
  clocks: readonly DocumentClock[],
  one: RegExp,
  other: RegExp,
): BareConflict | null {
  const first = clocks.find(({ source }) => one.test(source));
  const second = clocks.find(({ source }) => other.test(source));
  if (first === undefined || second === undefined) return null;
  const isMixed = (first.zone === 'local') !== (second.zone === 'local');
  const gap = Math.abs(clockTime(first) - clockTime(second));
  const coarse = Math.max(precisionOf(first), precisionOf(second));
  return gap > ONE_ACT + coarse + (isMixed ? ANY_ZONE : 0) ? conflict(code, gap, first, second) : null;
}

function precisionOf(clock: DocumentClock): number {
  return clockSlack({ precision: clock.precision, zone: 'UTC' });
}

/** The root of a compound file is stamped when it is written, the properties when the program says so. */
function directory(saved: DocumentClock, clocks: readonly DocumentClock[]): BareConflict | null {
  if (!saved.source.startsWith('SummaryInformation')) return null;
  const root = clocks.find(({ source }) => source === 'CFB directory root modified');
  if (root === undefined) return null;
  const gap = clockTime(root) - clockTime(saved);
  return Math.abs(gap) > DAY ? conflict('directory-against-properties', Math.abs(gap), root, saved) : null;
}
