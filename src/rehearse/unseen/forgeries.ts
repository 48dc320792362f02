/** Forgeries kept apart: their makers were written without looking at rules, and rules without looking at them. */
import { isPersonal, isUnsigned, type Maker } from '../kind.ts';
import { swapped, tainted } from './attached.ts';
import { withQueue } from './dated.ts';
import { bannerDisguise, footerDisguise } from './disguised.ts';
import { keyGroup, lookalike, resignedOwnKey } from './resigned.ts';
import { appended, replay, secondHeader, swappedBoundary, transplanted } from './reused.ts';
import { bodyEdited, bodyRehashed, headerEdited, quoteEdited, stripped } from './rewritten.ts';

/** By the name of their kind. */
export const UNSEEN_FORGERIES: Readonly<Record<string, Maker>> = {
  'body-edited': bodyEdited,
  'body-edited-rehashed': bodyRehashed,
  'header-edited': headerEdited,
  'resigned-own-key': resignedOwnKey,
  'resigned-lookalike': lookalike,
  'invented-key-group': keyGroup,
  'appended-past-length': appended,
  'length-content-type': swappedBoundary,
  'second-header': secondHeader,
  replay,
  'signature-transplanted': transplanted,
  'attachment-swapped-signed': swapped(isPersonal),
  'attachment-swapped-unsigned': swapped(isUnsigned),
  'stripped-and-edited': stripped,
  'fabricated-stale-clocks': withQueue((_world, copy) => copy.sent.draft.at),
  'back-dated': withQueue((world, _copy, random) => world.end + random.between(1, 9) * 86_400_000),
  'quote-edited': quoteEdited,
  'tainted-document': tainted,
  'footer-disguise': footerDisguise,
  'banner-disguise': bannerDisguise,
};
