import { tellReason } from '../../judge/reasons/index.ts';
import { scoreOf } from '../../judge/score/score.ts';
import type { Language } from '../../model/text.ts';
import { evidenceOf } from '../../show/evidence.ts';
import { shownMessageBytes } from '../../show/item-bytes.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { ITEM_ARGUMENT } from '../item-argument.ts';
import { storyOf, type WhyInput, whyText } from '../why-text.ts';
import { itemOf, withCase } from '../with-case.ts';

export const why = defineCommand({
  path: ['why'],
  summary: {
    en: 'The reasoning behind a verdict, in words',
    fr: 'Le raisonnement derrière un verdict, en toutes lettres',
  },
  description: {
    en: 'What speaks for the item and against it, heaviest first, with the words that differ and the bytes nobody signed; what was checked and what could not be; what would change the verdict; and what a forgery takes.',
    fr: 'Ce qui plaide pour l’élément et contre lui, le plus lourd d’abord, avec les mots qui diffèrent et les octets que personne n’a signés\u202f; ce qui a été vérifié et ce qui n’a pas pu l’être\u202f; ce qui changerait le verdict\u202f; et ce qu’il faut pour un faux.',
  },
  positionals: [ITEM_ARGUMENT],
  flags: [...CASE_FLAGS],
  examples: [{ line: 'tamis why k3xq --lang fr', summary: { en: 'in French', fr: 'en français' } }],
  run: async (context) => {
    const { flags, args, json, lang, stdout, paint } = context;
    return await withCase(context, flags, (store) => {
      const item = itemOf(store, args.id);
      const bytes = shownMessageBytes(store.directory, item);
      const hasReference = store.inputs().some(({ role }) => role === 'reference');
      const input = { item, bytes, hasReference, store };
      stdout.write(
        json
          ? `${JSON.stringify(whyJson(input, lang))}\n`
          : whyText(input, { lang, paint, columns: stdout.columns }),
      );
      return 0;
    });
  },
});

function whyJson(input: WhyInput, lang: Language): object {
  const { id, path, judgement } = input.item;
  const reasons = (judgement?.reasons ?? []).map((reason) => ({
    ...reason,
    ...tellReason(reason, lang),
    evidence: evidenceOf(reason, input.bytes),
  }));
  const story = storyOf(input, lang);
  return {
    id,
    path,
    verdict: judgement?.verdict ?? null,
    decoy: input.item.decoy,
    score: judgement === null ? null : scoreOf(judgement),
    reasons,
    checked: story?.checked ?? [],
    unchecked: story?.unchecked ?? [],
    wouldChange: story?.wouldChange ?? [],
    needed: story?.needed ?? [],
  };
}
