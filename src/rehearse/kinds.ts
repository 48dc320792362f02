/** Every kind an exercise makes. Those that few messages are fit for come first, and choose first. */
import { anonymisedIds, fromStuffing, lineEnds, noFinalNewline, outlookRebuild } from './benign/storage.ts';
import { clockSkew, delayedSend, expired, keyLost, zimbraIndex } from './benign/time.ts';
import { charsetReencoding, forwardingArc, listFooter, listTag, securityBanner } from './benign/transit.ts';
import { bannerDisguise, footerDisguise } from './forgeries/disguised.ts';
import {
  attachmentSwappedSigned,
  attachmentSwappedUnsigned,
  batchTouched,
  taintedDocument,
} from './forgeries/documents.ts';
import {
  bodyEdited,
  bodyRehashed,
  headerEdited,
  quoteEdited,
  replay,
  secondHeader,
  strippedEdited,
} from './forgeries/edited.ts';
import { backDated, decoyPlanted, staleClocks } from './forgeries/fabricated.ts';
import { appendedPastLength, lengthContentType } from './forgeries/length.ts';
import {
  decoySent,
  inventedKeyGroup,
  publishedKey,
  resignedLookalike,
  resignedOwnKey,
  transplanted,
} from './forgeries/signed.ts';
import type { Kind, Maker } from './kind.ts';
import { UNSEEN_BENIGN } from './unseen/benign.ts';
import { UNSEEN_FORGERIES } from './unseen/forgeries.ts';

const SEEN: readonly Kind[] = [
  attachmentSwappedUnsigned,
  attachmentSwappedSigned,
  taintedDocument,
  batchTouched,
  quoteEdited,
  keyLost,
  staleClocks,
  backDated,
  resignedLookalike,
  decoySent,
  decoyPlanted,
  anonymisedIds,
  outlookRebuild,
  lineEnds,
  noFinalNewline,
  fromStuffing,
  appendedPastLength,
  replay,
  bodyEdited,
  bodyRehashed,
  headerEdited,
  resignedOwnKey,
  inventedKeyGroup,
  lengthContentType,
  secondHeader,
  transplanted,
  strippedEdited,
  footerDisguise,
  bannerDisguise,
  publishedKey,
  listFooter,
  listTag,
  charsetReencoding,
  securityBanner,
  forwardingArc,
  expired,
  clockSkew,
  delayedSend,
  zimbraIndex,
];

const UNSEEN: Readonly<Record<string, Maker>> = { ...UNSEEN_FORGERIES, ...UNSEEN_BENIGN };

/**
 * Both makers that were looked at while rules were written are development now, by turns; held-out are those of
 * `unseen/`, where a kind has one there.
 */
export const KINDS: readonly Kind[] = SEEN.map((kind) => {
  const unseen = UNSEEN[kind.name];
  if (unseen === undefined) return kind;
  const { development, 'held-out': second } = kind.makers;
  return { ...kind, makers: { development: either(development, second), 'held-out': unseen } };
});

/** One of two makers that is fit for the message, either as often. */
function either(first: Maker, second: Maker): Maker {
  return {
    wants: (copy, world) => first.wants(copy, world) || second.wants(copy, world),
    make: (world, copy, random) => {
      const [one, other] = random.fork('which').chance(0.5) ? [first, second] : [second, first];
      return (one.wants(copy, world) ? one : other).make(world, copy, random);
    },
  };
}
