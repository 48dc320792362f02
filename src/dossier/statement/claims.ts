import type { Matrix } from '../../attribution/index.ts';
import { termById } from '../../attribution/index.ts';
import type { CaseStore, ContentTotals } from '../../case/index.ts';
import { inLanguage } from '../../judge/texts/in-language.ts';
import { spanText } from '../../judge/texts/span-text.ts';
import { fillTemplate } from '../../judge/texts/template.ts';
import type { SaveWindow, Verdict } from '../../model/index.ts';
import type { Language, Text } from '../../model/text.ts';
import { percentText } from '../../spread/report/render/number-text.ts';
import type { CaseFacts } from '../operation/case-facts.ts';
import { labelOf } from './labels.ts';

/** One sentence or two of a statement, and what bears them out. */
export interface Claim {
  readonly text: string;
  /** Ids of items to look at; the query finds all of them. */
  readonly items: readonly string[];
  readonly query: string | null;
  /** What a citation says of each item, in their order: a label and its method (docs/publishing.md). */
  readonly labels: readonly string[];
}

export interface ClaimGround {
  readonly store: CaseStore;
  readonly facts: CaseFacts;
  readonly windows: readonly SaveWindow[];
  readonly content: ContentTotals;
  readonly matrix: Matrix | null;
  readonly published: string | null;
}

/** Items cited with a claim: each has to be looked at by whoever signs the statement. */
const CITED = 3;

/** The sentences that the case bears out; what it does not show is not said. */
export function claims(ground: ClaimGround, lang: Language): readonly Claim[] {
  const make = (text: Text, values: Readonly<Record<string, unknown>>) =>
    fillTemplate(inLanguage(text, lang), values, lang);
  return [
    about(ground, make, lang),
    ...verdictClaims(ground, make, lang),
    ...decoyClaim(ground, make),
    ...saveClaims(ground, make, lang),
    ...privacyClaim(ground, make),
    ...authorClaims(ground, make, lang),
  ];
}

type Make = (text: Text, values: Readonly<Record<string, unknown>>) => string;

function about({ store, facts, published }: ClaimGround, make: Make, lang: Language): Claim {
  const { items } = store.totals();
  const text = make(
    {
      en: 'Files presented as ours are being passed around[ since {day}]. We have examined {items} {items|item|items}, {messages} {messages|message|messages} among them[; {judged} {judged|takes|take} a verdict, and shares are of these].',
      fr: 'Des fichiers présentés comme les nôtres circulent[ depuis le {day}]. Nous avons examiné {items} {items|élément|éléments}, dont {messages} {messages|message|messages}[ ; {judged} {judged|reçoit|reçoivent} un verdict, et les parts s’y rapportent].',
    },
    {
      items: items.total,
      messages: items.message,
      judged: facts.judged === 0 ? null : facts.judged,
      day: published === null ? '' : dayText(published, lang),
    },
  );
  return { text, items: [], query: '', labels: [] };
}

const VERDICT_CLAIMS: readonly (readonly [Verdict, Text])[] = [
  [
    'authentic',
    {
      en: '{count} ({share}) are authentic: a signature of the sending server, or our own archive, bears them out. That does not say whether their content is true.',
      fr: "{count} ({share}) sont authentiques : une signature du serveur d'envoi, ou notre propre archive, l'atteste. Cela ne dit pas si leur contenu est vrai.",
    },
  ],
  [
    'corroborated',
    {
      en: '{count} ({share}) are corroborated: other material supports them, none of it enough to decide alone.',
      fr: "{count} ({share}) sont corroborés : d'autres éléments les appuient, aucun ne suffit à décider seul.",
    },
  ],
  [
    'altered',
    {
      en: '{count} ({share}) were altered: they are not as they were signed or kept.',
      fr: "{count} ({share}) ont été altérés : ils ne sont pas tels qu'ils ont été signés ou conservés.",
    },
  ],
  [
    'doubtful',
    {
      en: '{count} ({share}) are doubtful: something about them does not fit.',
      fr: '{count} ({share}) sont douteux : quelque chose n’y concorde pas.',
    },
  ],
  [
    'unverified',
    {
      en: 'For {count} ({share}), nothing could be found for or against them. That is no suspicion, and no clearance either.',
      fr: "Pour {count} ({share}), rien n'a pu être trouvé pour ou contre. Ce n'est ni un soupçon, ni un blanc-seing.",
    },
  ],
];

function verdictClaims({ store, facts }: ClaimGround, make: Make, lang: Language): Claim[] {
  return VERDICT_CLAIMS.flatMap(([verdict, text]): Claim[] => {
    const count = facts.verdicts[verdict];
    if (count === 0) return [];
    const query = `verdict:${verdict}`;
    // A decoy's words are made up: it may be authentic and is no example of anything.
    const cited = [...store.search(`${query} kind:message -is:decoy`, { role: 'leak', limit: CITED })].map(
      ({ id }) => id,
    );
    const share = percentText(count / facts.judged, lang);
    return [
      {
        text: make(text, { count, share }),
        items: cited,
        query,
        labels: cited.map(() => labelOf(verdict, lang)),
      },
    ];
  });
}

/** What the campaign of 2017 could not say: that some of it is its own bait, by a ledger that was sealed before. */
function decoyClaim({ store }: ClaimGround, make: Make): Claim[] {
  const count = store.count('is:decoy', { role: 'leak' });
  if (count === 0) return [];
  const text = make(count === 1 ? ONE_DECOY : DECOYS, { count });
  return [{ text, items: [], query: 'is:decoy', labels: [] }];
}

const ONE_DECOY: Text = {
  en: 'One of them matches a decoy that we had planted ourselves: what it says is made up.',
  fr: 'L’un d’eux correspond à un leurre que nous avions posé : ce qu’il dit est inventé.',
};
const DECOYS: Text = {
  en: '{count} of them match decoys that we had planted ourselves: what they say is made up.',
  fr: '{count} d’entre eux correspondent à des leurres que nous avions posés : ce qu’ils disent est inventé.',
};

function saveClaims({ store, windows }: ClaimGround, make: Make, lang: Language): Claim[] {
  return windows
    .filter(({ foreign }) => foreign.length > 0)
    .map(({ documents, unrelated, seconds, from, files }) => ({
      text: make(
        {
          en: '{documents} {documents|document|documents} of {unrelated} different {unrelated|origin|origins} {documents|tells that it was|tell that they were} saved within {length} of each other on {day}, with a program, a language or a name that is strange to the rest. Such traces can be planted.',
          fr: '{documents} {documents|document|documents} de {unrelated} {unrelated|origine différente indique|origines différentes indiquent} avoir été enregistrés en {length} le {day}, avec un logiciel, une langue ou un nom étranger au reste. De telles traces peuvent être posées exprès.',
        },
        { documents, unrelated, length: spanText(seconds, lang), day: dayText(from, lang) },
      ),
      items: files.slice(0, CITED).map(({ id }) => id),
      query: 'touched:batch',
      labels: files
        .slice(0, CITED)
        .map(({ id }) => labelOf(store.item(id)?.judgement?.verdict ?? null, lang)),
    }));
}

function privacyClaim({ content }: ClaimGround, make: Make): Claim[] {
  const items = content.personalData.reduce((most, { items: one }) => Math.max(most, one), 0);
  if (items === 0) return [];
  const text = make(
    {
      en: 'At least {items} of these items {items|holds|hold} personal data, much of it of people who only wrote a mail. We ask everybody not to publish them or pass them on.',
      fr: "Au moins {items} de ces éléments {items|contient|contiennent} des données personnelles, souvent de personnes qui n'ont fait qu'écrire un courriel. Nous demandons à chacun de ne pas les publier ni les relayer.",
    },
    { items },
  );
  return [{ text, items: [], query: null, labels: [] }];
}

/** Likelihood and confidence in two sentences (ICD 203), and nothing without an analyst's assessment. */
function authorClaims({ matrix }: ClaimGround, make: Make, lang: Language): Claim[] {
  const plain = (text: string): Claim => ({ text, items: [], query: null, labels: [] });
  const assessed = (matrix?.assessments ?? []).filter(
    ({ likelihood }) => (termById(likelihood)?.min ?? 0) >= 45,
  );
  if (matrix === null || assessed.length === 0)
    return [
      plain(
        make(
          {
            en: 'We name nobody: the material does not tell who did it.',
            fr: 'Nous ne désignons personne : le matériel ne dit pas qui a agi.',
          },
          {},
        ),
      ),
    ];
  return assessed.flatMap(({ hypothesis, likelihood, confidence }) => {
    const name = matrix.hypotheses.find(({ id }) => id === hypothesis)?.name[lang] ?? hypothesis;
    const term = termById(likelihood)?.first[lang] ?? likelihood;
    return [
      plain(
        make(
          {
            en: 'Hypothesis “{name}”, by our assessment: {term}.',
            fr: 'Hypothèse « {name} », selon notre évaluation : {term}.',
          },
          { name, term },
        ),
      ),
      plain(
        make(
          {
            en: 'Our confidence in this assessment is {level}.',
            fr: 'Notre confiance dans cette évaluation est {level}.',
          },
          { level: LEVELS[confidence][lang] },
        ),
      ),
    ];
  });
}

const LEVELS: Readonly<Record<'low' | 'moderate' | 'high', Text>> = {
  low: { en: 'low', fr: 'faible' },
  moderate: { en: 'moderate', fr: 'modérée' },
  high: { en: 'high', fr: 'élevée' },
};

function dayText(iso: string, lang: Language): string {
  const locale = lang === 'fr' ? 'fr-FR' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
}
