/**
 * Lies in the place of what honest systems add. A verifier that sets footers and warnings aside as harmless
 * sets these aside with them. Beyond the twenty of the list: they are aimed at Tamis itself.
 */
import { withContentOf } from '../edits/rewrite.ts';
import { lie } from '../edits/text-edits.ts';
import { isPersonal, type Kind, type Maker } from '../kind.ts';
import { type ListSoftware, MAILMAN, SYMPA, withFooter } from '../route/lists.ts';
import { prepend, utf8 } from '../wire/wire.ts';

const footed = (software: ListSoftware): Maker => ({
  wants: isPersonal,
  make: (world, copy, random) => {
    const { list } = world.cast;
    const after = lie(copy.sent.draft.lang, random);
    const footer = `${after}\r\n${software.footer(list)}`;
    return {
      wire: prepend(withFooter(copy.wire, utf8(footer), software.boundary), ...software.headers(list)),
      changes: [{ part: 'body', before: '', after, needle: utf8(after) }],
    };
  },
});

export const footerDisguise: Kind = {
  name: 'footer-disguise',
  class: 'forgery',
  number: null,
  detectableBy: ['leak', 'reference'],
  makers: { development: footed(MAILMAN), 'held-out': footed(SYMPA) },
  summary: 'text added as if it were a list footer, with the fields of a list it never went through',
};

const warned = (notice: (text: string) => string): Maker => ({
  wants: isPersonal,
  make: (world, copy, random) => {
    const { draft } = copy.sent;
    const after = lie(draft.lang, random);
    return {
      wire: withContentOf(world, copy, { ...draft, text: `${notice(after)}\n\n${draft.text}` }),
      changes: [{ part: 'body', before: '', after }],
    };
  },
});

export const bannerDisguise: Kind = {
  name: 'banner-disguise',
  class: 'forgery',
  number: null,
  detectableBy: ['item', 'reference'],
  makers: {
    development: warned((text) => `CAUTION: This email originated from outside the organization. ${text}`),
    'held-out': warned((text) => `[EXTERNE] ${text}`),
  },
  summary: 'text added on top as if a filter had put its warning there',
};
