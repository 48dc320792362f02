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
import type { Kind } from './kind.ts';

export const KINDS: readonly Kind[] = [
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
