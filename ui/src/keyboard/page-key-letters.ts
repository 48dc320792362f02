import type { Page } from '../router/route.ts';

/** After `g`: the same in every language, so that colleagues can tell each other. */
export const PAGE_KEYS: Readonly<Record<Page, string>> = {
  overview: 'o',
  reader: 'r',
  people: 'p',
  traces: 't',
  operation: 'l',
  bait: 'b',
  decoys: 'd',
  spread: 's',
  attribution: 'a',
  silence: 'i',
  publish: 'k',
  dossier: 'w',
  review: 'v',
  custody: 'c',
};
