import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Language } from '../../model/text.ts';
import { guessLanguage } from './guess-language.ts';
import { lintText } from './lint.ts';
import { FORMS, TERMS } from './terms.ts';

/** `rule words`, of a text. */
function faults(lang: Language, text: string): string[] {
  return lintText(text, { lang })
    .filter(({ severity }) => severity !== 'note')
    .map(({ rule, words }) => `${rule} ${words}`);
}

const CLEAN: readonly (readonly [Language, string])[] = [
  ['en', 'It is very likely that the GRU was behind it. Our confidence in this is moderate.'],
  ['en', 'A firm said “with moderate confidence, APT28 is likely behind it”.'],
  ['en', 'The signature does not prove who wrote it. Nothing proves the rest.'],
  ['en', 'According to the indictment, Unit 74455 was behind the phishing.'],
  ['en', 'Remote access was likely. It is almost certain.'],
  ['en', 'More likely explanations were left out.'],
  ['fr', 'Il est très probable que le GRU en soit l’auteur. Notre confiance est modérée.'],
  ['fr', 'Selon l’acte d’accusation, l’unité 74455 est derrière l’hameçonnage.'],
  ['fr', 'Une société a dit «\u00a0avec une confiance modérée, c’est probable\u00a0».'],
  ['fr', 'La signature ne prouve rien sur l’auteur. C’est le scénario le plus probable.'],
];

const FAULTY: readonly (readonly [Language, string, readonly string[]])[] = [
  [
    'en',
    'We assess with high confidence that the GRU is likely responsible.',
    ['confidence-and-likelihood high confidence'],
  ],
  [
    'en',
    'We have moderate confidence that Mr. Smith is very likely guilty.',
    ['confidence-and-likelihood moderate confidence'],
  ],
  ['en', 'It is likely A. It is improbable that it was B.', ['mixed-wording improbable']],
  ['en', 'We are highly confident that it is likely.', ['confidence-and-likelihood are highly confident']],
  ['fr', 'La Russie est à l’origine de la fuite.', ['culprit-as-fact est à l’origine']],
  ['en', 'It is highly likely.', ['off-scale highly likely']],
  ['en', 'It is likely (90%). It is very likely (about 85 %).', ['number-outside-term likely']],
  [
    'en',
    'This proves that Russia did it. It was undoubtedly them.',
    ['certainty proves that', 'culprit-as-fact did it', 'certainty undoubtedly'],
  ],
  ['en', 'The leak was carried out by APT28.', ['culprit-as-fact was carried out by']],
  [
    'fr',
    'Nous estimons avec une confiance élevée qu’il est probable que ce soit le GRU.',
    ['confidence-and-likelihood confiance élevée'],
  ],
  ['fr', 'Il est probable que A. Il est peu vraisemblable que B.', ['mixed-wording peu vraisemblable']],
  ['fr', 'C’est hautement probable, sans doute.', ['off-scale hautement probable', 'off-scale sans doute']],
  ['fr', 'C’est improbable (60\u00a0%).', ['number-outside-term improbable']],
  [
    'fr',
    'Cela prouve que la Russie l’a fait, sans aucun doute.',
    ['certainty prouve que', 'certainty sans aucun doute'],
  ],
  ['fr', 'APT28 est derrière la fuite.', ['culprit-as-fact est derrière']],
  [
    'fr',
    'Avec une confiance\nmodérée, il est très\nprobable que M. Dupont le sache.',
    ['confidence-and-likelihood confiance\nmodérée'],
  ],
];

test('measured texts pass', () => {
  for (const [lang, text] of CLEAN) assert.deepEqual(faults(lang, text), [], text);
});

test('faults are named with the words', () => {
  for (const [lang, text, expected] of FAULTY) assert.deepEqual(faults(lang, text), expected, text);
});

test('places are those of the text: line and column', () => {
  const [finding] = lintText('First.\n\nThen it is\nhighly likely.', { lang: 'en' });
  assert.deepEqual([finding?.line, finding?.column, finding?.at], [4, 1, 19]);
  assert.equal(finding?.sentence, 'Then it is highly likely.');
});

test('verdict words are held against the case', () => {
  const shown = { authentic: 10, corroborated: 0, unverified: 5, doubtful: 0, altered: 0 };
  const rules = (text: string, counts?: typeof shown): string[] =>
    lintText(text, { lang: 'en', ...(counts === undefined ? {} : { shown: counts }) }).map(
      ({ rule }) => rule,
    );
  assert.deepEqual(rules('Ten messages are authentic.', shown), []);
  assert.deepEqual(rules('All messages are authentic.', shown), ['verdict-not-shown']);
  assert.deepEqual(rules('All messages are authentic.', { ...shown, unverified: 0 }), []);
  assert.deepEqual(rules('Some are forged.', shown), ['verdict-not-shown']);
  assert.deepEqual(rules('Some are forged.', { ...shown, altered: 1 }), []);
  assert.deepEqual(rules('Some are forged.'), ['verdict-needs-case']);
  assert.deepEqual(rules('The campaign says that some are forged.', shown), []);
  assert.deepEqual(rules('Fake accounts and verified accounts pushed it.', shown), []);
  const french = (text: string): string[] => lintText(text, { lang: 'fr', shown }).map(({ rule }) => rule);
  assert.deepEqual(french('Des faux sont mêlés au reste.'), ['verdict-not-shown']);
  assert.deepEqual(french('Des documents authentiques nombreux.'), []);
  assert.deepEqual(french('De faux comptes l’ont poussée.'), []);
  assert.deepEqual(french('Tous les messages sont authentiques.'), ['verdict-not-shown']);
});

/** What writers of both languages write about a leak, and that claims nothing. */
const HARMLESS: readonly (readonly [Language, string])[] = [
  ['en', 'Anne Martin is responsible for the press.'],
  ['en', 'Unknown persons hacked our servers and stole the mail.'],
  ['en', 'The police found probable cause. Likely voters were asked. It is likely that they answer.'],
  ['en', 'We were behind schedule when the leak came out.'],
  ['en', 'This is a proof of concept. The mail was not verified.'],
  ['en', 'The GRU did not hack the server. A broken signature proves nothing.'],
  ['en', 'It is 70 % likely that it was copied in April.'],
  ['fr', 'Anne Martin est responsable de la communication.'],
  ['fr', 'Des inconnus ont piraté nos boîtes et volé des courriels.'],
  ['fr', 'Nos serveurs ont été piratés par des inconnus.'],
  ['fr', 'Il est formellement interdit de faire campagne samedi. La preuve de paiement manque.'],
  ['fr', 'L’hypothèse d’un faux drapeau reste ouverte. Ce message n’a pas pu être vérifié.'],
  ['fr', 'Le pire de cette attaque est derrière nous.'],
  ['fr', 'Rien ne permet de dire qui a piraté la campagne.'],
  ['fr', 'La Russie n’a pas piraté la campagne.'],
  ['fr', 'La police a conduit une opération contre les pirates.'],
  ['en', 'Prosecutors launched an operation after the hack.'],
];

const HARMFUL: readonly (readonly [Language, string, readonly string[]])[] = [
  ['en', 'Russian hackers stole the mail.', ['culprit-as-fact stole the']],
  [
    'en',
    'The mail was stolen by APT28; it is likely that they began in March.',
    ['culprit-as-fact was stolen by'],
  ],
  ['en', 'According to our analysis, the GRU was behind the leak.', ['culprit-as-fact was behind']],
  ['en', 'The GRU launched the attack.', ['culprit-as-fact launched the']],
  ['en', 'It is 30 % likely.', ['number-outside-term likely']],
  ['en', 'It is likely, 90 %.', ['number-outside-term likely']],
  ['en', 'It is likely so (confidence: high).', ['confidence-and-likelihood confidence: high']],
  [
    'fr',
    'Le GRU a mené l’attaque ; il est très probable que d’autres aient aidé.',
    ['culprit-as-fact a mené'],
  ],
  ['fr', 'Selon notre analyse, Moscou est responsable du piratage.', ['culprit-as-fact est responsable du']],
  ['fr', 'Des pirates russes ont volé les courriels.', ['culprit-as-fact ont volé']],
  ['fr', 'La fuite émane d’Iran.', ['culprit-as-fact émane d']],
  ['fr', 'L’attaque vient de Russie.', ['culprit-as-fact vient de']],
  [
    'fr',
    'Il est probable que ce soit le GRU, notre confiance dans cette évaluation est modérée.',
    ['confidence-and-likelihood confiance dans cette évaluation est modérée'],
  ],
  ['fr', 'C’est probable (confiance : élevée).', ['confidence-and-likelihood confiance : élevée']],
];

test('what names nobody, is denied, or is about something else is left alone', () => {
  for (const [lang, text] of HARMLESS) assert.deepEqual(faults(lang, text), [], text);
});

test('a culprit in one clause is not softened by an estimate in another, nor by our own word', () => {
  for (const [lang, text, expected] of HARMFUL) assert.deepEqual(faults(lang, text), expected, text);
});

test('that nothing is forged is a claim about everything', () => {
  const shown = { authentic: 10, corroborated: 0, unverified: 0, doubtful: 0, altered: 0 };
  const rules = (lang: Language, text: string, counts = shown): string[] =>
    lintText(text, { lang, shown: counts }).map(({ rule }) => rule);
  assert.deepEqual(rules('en', 'None of the messages is forged.'), []);
  assert.deepEqual(rules('en', 'None of the messages is forged.', { ...shown, unverified: 1 }), [
    'verdict-not-shown',
  ]);
  assert.deepEqual(rules('fr', 'Aucun message n’a été falsifié.', { ...shown, altered: 1 }), [
    'verdict-not-shown',
  ]);
  assert.deepEqual(rules('fr', 'Aucun message n’est authentique.'), ['verdict-not-shown']);
  assert.deepEqual(rules('fr', 'Deux messages diffèrent. Aucun d’eux n’est authentifié.'), []);
  const some = { ...shown, altered: 2 };
  assert.deepEqual(rules('en', 'Every altered message is listed, and all verified ones too.', some), []);
  assert.deepEqual(rules('en', 'The leak is entirely authentic.', some), ['verdict-not-shown']);
  assert.deepEqual(rules('fr', 'Les messages sont tous authentiques.', some), ['verdict-not-shown']);
  assert.deepEqual(rules('fr', 'Tous les messages altérés portent une date fausse.', some), []);
  assert.deepEqual(rules('fr', 'Ce message n’a pas pu être vérifié.', { ...shown, authentic: 0 }), []);
});

test('every term is found by its own words, and ranges meet without a gap', () => {
  for (const lang of ['en', 'fr'] as const)
    for (const { words, term } of FORMS[lang]) {
      const found = lintText(`x ${words} y`, { lang });
      assert.equal(found.length, term === null ? 1 : 0, words);
    }
  TERMS.forEach(({ min }, index) => {
    if (index > 0) assert.equal(min, TERMS[index - 1]?.max);
  });
});

test('languages are told apart', () => {
  assert.equal(guessLanguage('Il est probable que la fuite soit le fait du GRU.'), 'fr');
  assert.equal(guessLanguage('It is likely that the leak was the work of the GRU.'), 'en');
  assert.equal(guessLanguage(''), 'en');
});

test('any text is read, places lie within it, and length costs only its length', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom('en', 'fr'),
      (text, lang) => {
        for (const { at, words } of lintText(text, { lang }))
          assert.equal(text.slice(at, at + words.length), words);
      },
    ),
    { numRuns: 200 },
  );
  // Sizes that a quadratic step would not survive within the life of a test.
  const shown = { authentic: 1, corroborated: 0, unverified: 1, doubtful: 0, altered: 1 };
  for (const part of [
    'likely ',
    '\n',
    'low   ',
    '«',
    '"',
    'more likely than ',
    'forged all ',
    'hacked the ; ',
  ])
    lintText(part.repeat(30_000), { lang: 'en', shown });
  for (const part of ['prouve ', 'tous falsifiés ', 'a volé : ', 'ont piraté '])
    lintText(part.repeat(30_000), { lang: 'fr', shown });
});

test('forms that were let through: certitude, the work of somebody named, chances on no row', () => {
  const rules = (text: string, lang: 'en' | 'fr') => lintText(text, { lang }).map(({ rule }) => rule);
  for (const [rule, text, lang] of [
    ['confidence-and-likelihood', 'Notre degré de certitude est fort et la chose est vraisemblable.', 'fr'],
    ['culprit-as-fact', 'This was the work of Sandworm.', 'en'],
    ['culprit-as-fact', 'C’est l’œuvre de Sandworm.', 'fr'],
    ['off-scale', 'It is quite possible that they left.', 'en'],
    ['off-scale', 'Il y a de fortes chances qu’ils soient partis.', 'fr'],
    ['certainty', 'It is certain that they left.', 'en'],
    ['certainty', 'The mail definitely came late.', 'en'],
    ['certainty', 'There is no question that they left.', 'en'],
    ['certainty', 'It is clear that they left.', 'en'],
    ['certainty', 'They left for certain.', 'en'],
    ['certainty', 'Il est certain et très probable qu’ils sont partis.', 'fr'],
    ['certainty', 'Il est établi que la fuite vient du dehors.', 'fr'],
    ['certainty', 'Il ne fait pas de doute qu’ils sont partis.', 'fr'],
    ['certainty', 'Nous avons la certitude que les courriels sont sortis.', 'fr'],
    ['culprit-as-fact', 'La Russie a fait cela.', 'fr'],
    ['culprit-as-fact', 'The GRU did this.', 'en'],
    ['certainty', 'Cela démontre sans ambiguïté que tout est vrai.', 'fr'],
    ['certainty', 'C’est sûr à 100 %, ou 100 % certain.', 'fr'],
  ] as const)
    assert.deepEqual(rules(text, lang), [rule], text);
  for (const [text, lang] of [
    ['It may be the work of Sandworm, according to the indictment.', 'en'],
    ['Their work is on display.', 'en'],
    ['Rien ne démontre que ce soit vrai.', 'fr'],
    ['Il n’est pas certain qu’ils soient partis.', 'fr'],
    ['It is not clear that they left; they did it for a certain reason.', 'en'],
    ['Il n’est ni établi ni clair que les courriels soient vrais ; dans une certaine mesure.', 'fr'],
  ] as const)
    assert.deepEqual(rules(text, lang), [], text);
});
