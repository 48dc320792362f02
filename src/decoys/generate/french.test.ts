import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitMailbox } from '../fit/fit.ts';
import { mailsOf } from '../fit/mail.ts';
import { blockList } from '../guard/block-list.ts';
import type { Decoy } from '../model/decoy.ts';
import { randomOf } from '../model/random.ts';
import { makePersonas } from '../persona/make-personas.ts';
import { profilesOf } from './cast.ts';
import { generateSet } from './generate.ts';

const OWNER = { addresses: ['odile.hamon@maison.example'], domains: ['maison.example'] };
const PEOPLE = ['Jean-Luc Kerbrat', 'Aïcha Benmoussa', 'Marguerite Stora', 'Éloi Kervadec'];
const SENTENCES = [
  'La salle du premier étage est libre mardi matin.',
  'Peux-tu rapporter les tables pliantes avant midi\u00a0?',
  'J’ai recompté les chaises, il en manque deux.',
  'Le fournisseur a pris du retard, les cartons arrivent jeudi.',
  'On commence à neuf heures comme d’habitude.',
  'Merci de m’envoyer la liste des clés de rechange.',
  'L’imprimante aura une cartouche neuve en fin de semaine.',
];

/** Answers in a French house, each quoting Jean-Luc or whoever wrote before. */
function frenchMailbox(threads: number) {
  const random = randomOf('boîte');
  const address = (name: string): string =>
    `${name
      .normalize('NFD')
      .replace(/[^A-Za-z ]/g, '')
      .toLowerCase()
      .replace(' ', '.')}@maison.example`;
  const entries: { folder: string; bytes: Buffer }[] = [];
  for (let thread = 0; thread < threads; thread++) {
    const first = PEOPLE[thread % PEOPLE.length] ?? '';
    const text = Array.from({ length: 3 }, () => random.pick(SENTENCES)).join(' ');
    const authors = [first, 'Odile Hamon', PEOPLE[(thread + 1) % PEOPLE.length] ?? ''];
    authors.forEach((name, position) => {
      const at = new Date(Date.UTC(2024, 0, 8, 8 + position) + thread * 86_400_000).toUTCString();
      const other = position === 0 ? 'Odile Hamon' : first;
      const quote =
        position === 0
          ? ''
          : `Le 3 mars 2024 à 10:0${position}, ${first} <${address(first)}> a écrit :\n> ${text}\n\n`;
      const own = `Bonjour ${other.split(' ')[0]},\n\n${quote}${random.pick(SENTENCES)} ${random.pick(SENTENCES)}\n\n${name.split(' ')[0]}\n`;
      const answers = position === 0 ? '' : `In-Reply-To: <${thread}.0@maison.example>\n`;
      entries.push({
        folder: name === 'Odile Hamon' ? 'Envoyés' : 'INBOX',
        bytes: Buffer.from(
          `Date: ${at.replace('GMT', '+0000')}\nFrom: =?UTF-8?B?${Buffer.from(name).toString('base64')}?= <${address(name)}>\nTo: ${address(other)}\nSubject: Salle et mobilier ${thread}\nMessage-ID: <${thread}.${position}@maison.example>\n${answers}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${position === 0 ? `${text}\n\n` : ''}${own}`,
        ),
      });
    });
  }
  return mailsOf(entries);
}

test('a French mailbox gives French decoys, which say its sentences and name none of its people', () => {
  const model = fitMailbox(frenchMailbox(60), OWNER);
  assert.equal(model.language, 'fr');
  const block = blockList([], model.known);
  const seed = '0f'.repeat(32);
  const profiles = profilesOf(model);
  const wish = { seed, count: 40, languages: ['fr'] as const, domains: OWNER.domains, profiles };
  const personas = makePersonas(wish, block, OWNER.domains);
  const pack = {
    format: 1,
    owners: [],
    domains: OWNER.domains,
    outside: OWNER.domains,
    passwordStyle: 'W00!',
    personas,
  } as const;
  const decoys: Decoy[] = [];
  const counts = { mail: 90, document: 0, calendar: 0, contact: 0, account: 0 };
  const rules = {
    block,
    ...OWNER,
    links: model.commonLinks,
    linkBeginnings: model.linkBeginnings.map(({ begin }) => begin),
  };
  generateSet({ seed, languages: ['fr'], counts, personas: pack, model, rules }, (decoy) =>
    decoys.push(decoy),
  );
  const texts = decoys.map(({ text }) => text).join('\n');
  for (const name of ['Kerbrat', 'Benmoussa', 'Stora', 'Kervadec', 'Jean-Luc', 'Aïcha', 'Éloi', 'kerbrat'])
    assert.ok(!texts.includes(name), name);
  assert.match(
    texts,
    /Le \d{1,2} \p{Ll}+ 20\d\d à \d\d:\d\d, [^<\n]+ <[^>\n]+@maison\.example> a écrit :\n> /u,
  );
  const said = SENTENCES.filter((sentence) => texts.includes(sentence));
  assert.equal(said.length, SENTENCES.length);
});
