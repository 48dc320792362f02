import type { Language, Text } from '../../model/text.ts';
import type { FirstLook } from '../api/overview.ts';
import type { ServerContext } from '../context.ts';
import { MESSAGE } from '../table/case-table.ts';
import type { CaseView } from '../table/case-view.ts';

/** The first few of each are named; a click opens them all. */
const MOST_ITEMS = 5;

interface Look {
  readonly why: FirstLook['why'];
  readonly query: string;
  readonly title: Text;
  readonly text: Text;
}

/** In the order in which they cannot wait. */
const LOOKS: readonly Look[] = [
  {
    why: 'altered',
    query: 'verdict:altered',
    title: { en: 'Altered', fr: 'Altérés' },
    text: {
      en: 'Evidence shows that these are not as they were signed or kept. What was changed is what somebody wanted read.',
      fr: 'Il est établi qu’ils ne sont pas tels qu’ils ont été signés ou conservés. Ce qui a été changé est ce que quelqu’un voulait faire lire.',
    },
  },
  {
    why: 'key-conflict',
    query: 'reason:two-keys',
    title: { en: 'Signed with a second key', fr: 'Signés avec une seconde clé' },
    text: {
      en: 'One selector verifies with two keys: the domain changed it, or another party signed.',
      fr: 'Un même sélecteur se vérifie avec deux clés\u00a0: le domaine en a changé, ou un tiers a signé.',
    },
  },
  {
    why: 'doubtful',
    query: 'verdict:doubtful',
    title: { en: 'Doubtful', fr: 'Douteux' },
    text: {
      en: 'Something does not fit, and a harmless cause could not be shown.',
      fr: 'Quelque chose ne concorde pas, sans cause anodine établie.',
    },
  },
  {
    why: 'decoy',
    query: 'is:decoy',
    title: { en: 'Planted decoys', fr: 'Leurres posés' },
    text: {
      en: 'Your own, found again: whoever quotes them quotes what was made up. To show it, open one.',
      fr: 'Les vôtres, retrouvés : qui les cite cite ce qui fut inventé. Pour le montrer, ouvrez-en un.',
    },
  },
  {
    why: 'bait',
    query: 'reason:bait-mail',
    title: { en: 'Looks like phishing', fr: 'Ressemble à du hameçonnage' },
    text: {
      en: 'By the message’s own signs. Everybody gets such mail; one of these may have been the way in.',
      fr: 'Par les signes propres du message. Tout le monde en reçoit ; l’un d’eux a pu être la porte d’entrée.',
    },
  },
  {
    why: 'clock-conflict',
    query: '(reason:clock-gap OR reason:impossible-queue-id)',
    title: { en: 'Clocks that disagree', fr: 'Horloges en désaccord' },
    text: {
      en: 'A clock within the message tells another time than the date shown. Often harmless; worth a look.',
      fr: 'Une horloge du message donne une autre heure que la date affichée. Souvent anodin\u202f; à regarder.',
    },
  },
];

const MOST_SHARED: Pick<Look, 'title' | 'text'> = {
  title: { en: 'Most copies in the leak', fr: 'Les plus copiés dans la fuite' },
  text: {
    en: 'What lies in the leak most often, in the mailboxes of most people.',
    fr: 'Ce que la fuite contient le plus de fois, dans les boîtes du plus de personnes.',
  },
};

/** What a person should look at first, with the first few of each. */
export function firstLooks(context: ServerContext, view: CaseView, lang: Language): readonly FirstLook[] {
  const looks = LOOKS.flatMap(({ why, query, title, text }): FirstLook[] => {
    const { items } = view.find(query, 'leak', '-date');
    if (items.length === 0) return [];
    return [
      {
        ...{ why, title: title[lang], text: text[lang], count: items.length, query },
        items: shortLines(context, view, items.subarray(0, MOST_ITEMS)),
      },
    ];
  });
  const saved = batchSaved(context, lang);
  if (saved !== null) looks.splice(1, 0, saved);
  const shared = mostCopied(view);
  if (shared.length > 0)
    looks.push({
      ...{ why: 'most-shared', title: MOST_SHARED.title[lang], text: MOST_SHARED.text[lang] },
      ...{ count: shared.length, query: null, items: shortLines(context, view, shared) },
    });
  return looks;
}

const BATCH_SAVED: Pick<Look, 'title' | 'text'> = {
  title: { en: 'Documents saved in a batch', fr: 'Documents enregistrés en série' },
  text: {
    en: 'Unrelated documents that were saved again one right after the other: somebody had them in hand. Touched is not forged.',
    fr: 'Des documents sans rapport, réenregistrés l’un juste après l’autre : quelqu’un les a eus en main. Touché ne veut pas dire falsifié.',
  },
};

function batchSaved({ store }: ServerContext, lang: Language): FirstLook | null {
  const windows = store.traceFindings()?.windows ?? [];
  const files = windows.flatMap((window) => window.files);
  if (files.length === 0) return null;
  return {
    ...{ why: 'batch-saved', title: BATCH_SAVED.title[lang], text: BATCH_SAVED.text[lang] },
    ...{ count: files.length, query: null },
    items: files
      .slice(0, MOST_ITEMS)
      .map(({ id, name, lastAuthor, saved }) => ({ id, subject: name, from: lastAuthor ?? '', date: saved })),
  };
}

function shortLines(context: ServerContext, view: CaseView, items: Iterable<number>): FirstLook['items'] {
  const rows = [...items].map((item) => view.table.rows[item] ?? 0);
  return context.store
    .hits(rows, null)
    .map(({ id, subject, name, from, date }) => ({ id, subject: subject || name, from, date }));
}

function mostCopied({ table }: CaseView): readonly number[] {
  const copies = new Map<number, number>();
  table.duplicateOf.forEach((first, item) => {
    if (first >= 0 && table.kind[item] === MESSAGE) copies.set(first, (copies.get(first) ?? 0) + 1);
  });
  return [...copies]
    .filter(([, count]) => count >= 2)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_ITEMS)
    .map(([first]) => first);
}
