import type { MailboxModel, MailShape } from '../fit/mailbox-model.ts';
import type { WordsBlock } from '../fit/words.ts';
import type { Random } from '../model/random.ts';
import type { Donor, Donors, Wanted } from './donors.ts';
import type { Mix } from './mix.ts';

/** What a decoy says: blocks with words, and the donor whose people they speak of. */
export interface WordsOfMail {
  readonly body: readonly WordsBlock[];
  readonly ends: number;
  readonly donor: Donor;
}

/** Tries with a whole mail's words before paragraphs, and then sentences, of several are put together. */
const WHOLE = 3;
const BLOCKS = 6;
/** As few words are said over and over: nobody tells a copy of "Thanks, applied." */
const SHORT = 60;

/** Words for one decoy; null where the mailbox keeps none for it. */
export function wordsOfMail(
  { donors, mix }: { readonly donors: Donors; readonly mix: Mix },
  model: MailboxModel,
  shape: MailShape,
  wanted: Wanted,
  random: Random,
): WordsOfMail | null {
  const donor = donors.donor(wanted);
  if (donor === null) return null;
  const isOwner = model.people[shape.author]?.role === 'owner';
  const own = donor.mail.body.reduce((sum, { block }) => sum + ownSize(block), 0);
  const step = wanted.pass === 0 || own < SHORT ? wanted.attempt : wanted.attempt + WHOLE;
  const body = donor.mail.body.map((each) => {
    const { block } = each;
    if (block.kind !== 'prose' && block.kind !== 'lines') return each;
    // A quotation from the answered mail takes what the answered decoy says.
    if (block.quote !== '' && each.from >= 0) return each;
    // A quotation of what is not there keeps its words, until a guard has refused them long enough.
    if (block.quote !== '' && each.words !== null) return step < BLOCKS ? each : { ...each, words: '' };
    if (step < WHOLE && each.words !== null) return each;
    const size = block.kind === 'prose' ? block.characters : block.lines;
    const words =
      block.kind === 'prose' && step >= BLOCKS
        ? mix.sentences(size, isOwner, random)
        : mix.block(block.kind, size, isOwner, random);
    return { ...each, words };
  });
  return { body, ends: donor.mail.ends, donor };
}

function ownSize(block: WordsBlock['block']): number {
  if (!('quote' in block) || block.quote !== '') return 0;
  return block.kind === 'prose' ? block.characters : block.kind === 'lines' ? block.lines * 40 : 0;
}
