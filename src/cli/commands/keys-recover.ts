import { availableParallelism } from 'node:os';
import { asciiDomain } from '../../examine/dkim/domain-name.ts';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import type { Language } from '../../model/text.ts';
import type { FoundKey, RecoverResult } from '../../pipeline/recover-keys.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { placeOf } from '../case-place.ts';
import { defineCommand } from '../command.ts';
import { recoverWithProgress } from '../recover-with-progress.ts';
import { siftWithProgress } from '../sift/with-progress.ts';
import { harmless } from '../terminal/cells.ts';
import { counted, noun } from '../terminal/counted.ts';
import { formatNumber } from '../terminal/format.ts';

export const keysRecover = defineCommand({
  path: ['keys', 'recover'],
  summary: {
    en: 'Compute lost RSA keys from the signatures themselves',
    fr: 'Calculer des clés RSA perdues à partir des signatures mêmes',
  },
  description: {
    en: 'Two signatures by one key give its modulus; a third message has to verify before a key is taken (docs/key-recovery.md). A key found this way shows the same signer, not the domain: it supports "corroborated", never "authentic". About a minute of computing for 1024 bits and two or three for 2048, for each pair; Ctrl-C at any time, the next run goes on with the next pair.',
    fr: 'Deux signatures d’une même clé en donnent le module\u202f; un troisième message doit se vérifier pour qu’une clé soit retenue (docs/key-recovery.md). Une clé ainsi trouvée montre le même signataire, non le domaine\u00a0: elle appuie «\u00a0corroboré\u00a0», jamais «\u00a0authentique\u00a0». Environ une minute de calcul pour 1024 bits et deux ou trois pour 2048, par paire\u202f; Ctrl-C à tout moment, l’exécution suivante reprend à la paire suivante.',
  },
  positionals: [],
  flags: [
    ...CASE_FLAGS,
    {
      name: 'domain',
      type: 'string',
      metavar: 'DOMAIN',
      summary: { en: 'only signatures of this domain', fr: 'seulement les signatures de ce domaine' },
    },
    {
      name: 'selector',
      type: 'string',
      metavar: 'WORD',
      summary: { en: 'only this selector', fr: 'seulement ce sélecteur' },
    },
    {
      name: 'pairs',
      type: 'number',
      min: 1,
      max: 200,
      default: 3,
      metavar: 'N',
      summary: {
        en: 'pairs to try for each domain and selector',
        fr: 'paires à essayer par domaine et sélecteur',
      },
    },
    {
      name: 'jobs',
      type: 'number',
      min: 1,
      max: 64,
      metavar: 'N',
      summary: {
        en: 'domains and selectors at one time, a thread and up to 1 GB each (as cores and half of the memory allow)',
        fr: 'domaines et sélecteurs à la fois, un fil et jusqu’à 1 Go chacun (selon les cœurs et la moitié de la mémoire)',
      },
    },
  ],
  run: async (context) => {
    const { flags, json, lang, stdout } = context;
    const place = await placeOf(context, flags);
    const result = await recoverWithProgress(context, place, {
      domain: flags.domain === undefined ? null : asciiDomain(flags.domain),
      selector: flags.selector === undefined ? null : asciiDomain(flags.selector),
      mostPairs: flags.pairs,
      jobs: flags.jobs ?? null,
    });
    // What the keys can decide is checked and judged again; with nothing new this ends at once.
    await siftWithProgress(context, {
      inputs: [],
      ...place.forSift(),
      keys: [],
      references: [],
      passwords: [],
      jobs: availableParallelism(),
      limits: DEFAULT_LIMITS,
    });
    stdout.write(json ? `${JSON.stringify(result)}\n` : resultText(result, lang));
    return 0;
  },
});

function resultText({ groups, pairs, keys }: RecoverResult, lang: Language): string {
  const [k, p, g] = [keys.length, pairs, groups].map((count) => formatNumber(count, lang));
  const total = {
    en: `${k} keys from ${p} pairs, in ${g} groups of signatures without a key`,
    fr: `clés\u00a0: ${k}, paires\u00a0: ${p}, groupes de signatures sans clé\u00a0: ${g}`,
  }[lang];
  return `${[...keys.map((key) => keyText(key, lang)), total].join('\n')}\n`;
}

const MESSAGES = noun('message', 'messages', 'message', 'messages');

function keyText({ domain, selector, bits, verifies }: FoundKey, lang: Language): string {
  const verified = `${{ en: 'verifies', fr: 'vérifie' }[lang]} ${counted(verifies.length, MESSAGES, lang)}`;
  return `${harmless(`${selector}._domainkey.${domain}`)}  ${bits} bits  ${verified}`;
}
