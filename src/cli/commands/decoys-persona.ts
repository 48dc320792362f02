import { resolve } from 'node:path';
import { profilesOf } from '../../decoys/generate/index.ts';
import { makePersonas } from '../../decoys/persona/index.ts';
import { Workspace } from '../../decoys/workspace/index.ts';
import { LANGUAGES, type Language } from '../../model/text.ts';
import { defineCommand } from '../command.ts';

const MOST_PERSONAS = 3000;
const FEWEST_PERSONAS = 20;
const USUAL_STYLE = 'W00!';

export const decoysPersona = defineCommand({
  path: ['decoys', 'persona'],
  summary: { en: 'Make up the people of the decoys', fr: 'Inventer les personnes des leurres' },
  description: {
    en: 'Nobody on the block list and nobody of the mailbox is called like them; their addresses are on your own domains or on reserved ones, their telephone numbers in ranges kept for fiction.',
    fr: 'Personne de la liste d’exclusion ni de la boîte ne porte leur nom\u202f; leurs adresses sont sur vos domaines ou sur des domaines réservés, leurs numéros dans des tranches réservées à la fiction.',
  },
  positionals: [
    {
      name: 'folder',
      metavar: 'DIR',
      required: true,
      summary: { en: 'of decoys init', fr: 'celui de decoys init' },
    },
  ],
  flags: [
    {
      name: 'count',
      type: 'number',
      min: 2,
      max: MOST_PERSONAS,
      metavar: 'N',
      summary: {
        en: 'how many (default: one for each correspondent)',
        fr: 'combien (par défaut\u00a0: un par correspondant)',
      },
    },
    {
      name: 'languages',
      type: 'enum',
      values: ['en', 'fr', 'both'],
      metavar: 'LANG',
      summary: {
        en: 'of their names (default: that of the mailbox)',
        fr: 'de leurs noms (par défaut\u00a0: celle de la boîte)',
      },
    },
    {
      name: 'domain',
      type: 'strings',
      metavar: 'DOMAIN',
      summary: {
        en: 'of those who play people from elsewhere: own or reserved, several as your correspondents have (default: your first own domain)',
        fr: 'de ceux qui jouent des gens d’ailleurs\u00a0: à vous ou réservés, plusieurs comme en ont vos correspondants (par défaut\u00a0: votre premier domaine)',
      },
    },
    {
      name: 'password-style',
      type: 'string',
      metavar: 'STYLE',
      summary: {
        en: 'W or w a word, 0 a digit, ! a mark (default: that of the passwords in your mail, else W00!)',
        fr: 'W ou w un mot, 0 un chiffre et le point d’exclamation un signe (par défaut\u00a0: comme les mots de passe de votre courrier, sinon W00!)',
      },
    },
  ],
  examples: [
    {
      line: 'tamis decoys persona ~/decoys --languages both',
      summary: { en: 'French and English names', fr: 'noms français et anglais' },
    },
  ],
  run: async ({ args, flags, cwd, json, lang, stdout }) => {
    const workspace = new Workspace(resolve(cwd, args.folder));
    const { seed, domains, addresses } = workspace.info();
    const model = workspace.model();
    const chosen = flags.languages ?? model.language;
    const languages: readonly Language[] = chosen === 'both' ? LANGUAGES : [chosen];
    const wanted = model.people.filter(({ role }) => role === 'person').length;
    const count = flags.count ?? Math.min(MOST_PERSONAS, Math.max(FEWEST_PERSONAS, wanted));
    const given = flags.domain;
    const outside = given.length > 0 ? given : domains.slice(0, 1);
    const wish = { seed, count, languages, domains: outside, profiles: profilesOf(model) };
    const personas = makePersonas(wish, workspace.rules().block, domains);
    const owners = model.people
      .filter(({ role }) => role === 'owner')
      .map(({ name, address }) => ({ name, address }));
    const passwordStyle = flags['password-style'] ?? model.passwordStyle ?? USUAL_STYLE;
    workspace.writePersonas({ format: 1, owners, domains, outside, personas, passwordStyle });
    const shown = personas.slice(0, 5).map(({ given, family, address }) => `${given} ${family} <${address}>`);
    const told = { personas: personas.length, owners: addresses, examples: shown, passwordStyle };
    stdout.write(
      json ? `${JSON.stringify(told)}\n` : `${shown.join('\n')}\n${TOLD[lang](personas.length)}\n`,
    );
    return 0;
  },
});

const TOLD = {
  en: (count: number) => `${count} personas. Next: tamis decoys generate`,
  fr: (count: number) => `${count} personnages. Ensuite\u00a0: tamis decoys generate`,
};
