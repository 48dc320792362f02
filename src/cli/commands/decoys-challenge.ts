import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type AnswerCheck,
  answerChallenge,
  checkAnswer,
  isAnswerTo,
  type LeafAnswer,
  MOST_ANSWER_BYTES,
  makeChallenge,
  type Regenerate,
  readAnswer,
  readChallenge,
  USUAL_PICKS,
} from '../../decoys/challenge/index.ts';
import { ABOUT_THE_REST } from '../../decoys/guard/wording.ts';
import { facesOfDecoy, writeWhole } from '../../decoys/ledger/index.ts';
import { decoyCount, hashOfJson } from '../../decoys/model/index.ts';
import { Workspace } from '../../decoys/workspace/index.ts';
import { TamisError } from '../../model/error.ts';
import type { Language, Text } from '../../model/text.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { PASSPHRASE_FLAG } from '../passphrase.ts';
import { harmless } from '../terminal/cells.ts';
import { LEDGER_FLAG, withLedger } from '../with-ledger.ts';

const STEPS = ['ask', 'answer', 'check'] as const;

export const decoysChallenge = defineCommand({
  path: ['decoys', 'challenge'],
  summary: {
    en: 'Have random decoys of a ledger opened, to see that it is no hedge',
    fr: 'Faire ouvrir des leurres au hasard d’un registre, pour voir qu’il ne couvre rien',
  },
  description: {
    en: 'ask: whoever doubts takes the signed checkpoint and a seed nobody could choose, and writes a challenge. answer: the owner opens the decoys it picks; --with-recipe gives the seed of their sets, without which nobody can make them again. check: from the answer alone, every pick is checked, and made again with --materials. If 59 of 59 are made again, under 5 % of the ledger are anything else, at 95 %. What is opened is burnt.',
    fr: 'ask\u00a0: qui doute prend le point de contrôle signé et une graine que personne n’a pu choisir, et écrit un défi. answer\u00a0: le propriétaire ouvre les leurres tirés\u202f; --with-recipe donne la graine de leurs jeux, sans laquelle personne ne peut les refaire. check\u00a0: à partir de la seule réponse, chaque tirage est vérifié, et refait avec --materials. Si 59 sur 59 sont refaits, moins de 5 % du registre est autre chose, à 95 %. Ce qui est ouvert est brûlé.',
  },
  positionals: [
    {
      name: 'step',
      metavar: 'STEP',
      required: true,
      values: STEPS,
      summary: { en: 'ask, answer or check', fr: 'ask, answer ou check' },
    },
    {
      name: 'file',
      metavar: 'FILE',
      required: true,
      summary: {
        en: 'the checkpoint’s note, the challenge, or the answer',
        fr: 'la note du point de contrôle, le défi, ou la réponse',
      },
    },
  ],
  flags: [
    LEDGER_FLAG,
    PASSPHRASE_FLAG,
    {
      name: 'key',
      type: 'string',
      metavar: 'KEY',
      summary: {
        en: 'ask, check: key the owner published',
        fr: 'ask, check\u00a0: clé publiée par le propriétaire',
      },
    },
    {
      name: 'seed',
      type: 'string',
      metavar: 'WORDS',
      summary: { en: 'ask: what the picks follow from', fr: 'ask\u00a0: ce dont découle le tirage' },
    },
    {
      name: 'count',
      type: 'number',
      min: 1,
      max: 2000,
      default: USUAL_PICKS,
      metavar: 'N',
      summary: { en: 'ask: how many', fr: 'ask\u00a0: combien' },
    },
    {
      name: 'out',
      type: 'string',
      metavar: 'FILE',
      summary: { en: 'file to write', fr: 'fichier à écrire' },
    },
    {
      name: 'with-recipe',
      type: 'boolean',
      summary: {
        en: 'answer: give away the seeds of the sets picked from',
        fr: 'answer\u00a0: livrer les graines des jeux tirés',
      },
    },
    {
      name: 'asked',
      type: 'string',
      metavar: 'FILE',
      summary: {
        en: 'check: the challenge you sent, so that the answer is to no other',
        fr: 'check\u00a0: le défi que vous avez envoyé, pour que la réponse n’en vise pas un autre',
      },
    },
    {
      name: 'materials',
      type: 'string',
      metavar: 'DIR',
      summary: {
        en: 'check: personas and model to make items again from',
        fr: 'check\u00a0: personnages et modèle pour refaire les éléments',
      },
    },
  ],
  examples: [
    {
      line: 'tamis decoys challenge ask checkpoint-5000.note --key KEY --seed "lottery of 28 February" --out ask.json',
      summary: { en: 'the journalist', fr: 'le journaliste' },
    },
    {
      line: 'tamis decoys challenge answer ask.json --with-recipe --out answer.json',
      summary: { en: 'the owner', fr: 'le propriétaire' },
    },
    {
      line: 'tamis decoys challenge check answer.json --asked ask.json --materials materials/',
      summary: { en: 'the journalist', fr: 'le journaliste' },
    },
  ],
  run: async (context) => {
    const { flags, args, json, lang, stdout, cwd } = context;
    const text = readText(resolve(cwd, args.file));
    if (args.step === 'check') {
      const answer = readAnswer(text);
      if (flags.key !== undefined && flags.key.trim() !== answer.challenge.key.trim()) {
        throw new TamisError('another-key', {
          en: 'The answer is of another key than the one given.',
          fr: 'La réponse est d’une autre clé que celle donnée.',
        });
      }
      const isCompared = flags.asked !== undefined;
      if (isCompared && !isAnswerTo(answer, readChallenge(readText(resolve(cwd, flags.asked ?? ''))))) {
        throw new TamisError('another-challenge', {
          en: 'The answer is to another challenge than the one you sent: other seed, count, key or checkpoint.',
          fr: 'La réponse est à un autre défi que celui envoyé\u00a0: autre graine, nombre, clé ou point de contrôle.',
        });
      }
      const check = await checkAnswer(answer, await regeneratorOf(flags.materials, cwd));
      stdout.write(json ? `${JSON.stringify(check)}\n` : checkText(check, isCompared, lang));
      return check.mostOthers === null ? EXIT.failed : EXIT.ok;
    }
    const made =
      args.step === 'ask'
        ? await makeChallenge(text, given('key', flags.key), given('seed', flags.seed), flags.count)
        : await withLedger(context, flags, (ledger) =>
            answerChallenge(readChallenge(text), ledger, flags['with-recipe']),
          );
    const written = `${JSON.stringify(made)}\n`;
    if (flags.out === undefined) stdout.write(written);
    else {
      writeWhole(resolve(cwd, flags.out), written, 0o644);
      stdout.write(json ? `${JSON.stringify({ file: flags.out })}\n` : `${flags.out}\n`);
    }
    return EXIT.ok;
  },
});

/** From `personas.json` and `model.json` in a folder; without them nothing can be made again, and that is said of each leaf. */
async function regeneratorOf(folder: string | undefined, cwd: string): Promise<Regenerate> {
  if (folder === undefined) return async () => 'no-materials';
  const { generatorHash, regenerate } = await import('../../decoys/generate/index.ts');
  const workspace = new Workspace(resolve(cwd, folder));
  const [personas, model] = [workspace.personas(), workspace.model()];
  const hashes = { personas: hashOfJson(personas), model: hashOfJson(model), generator: generatorHash() };
  return async (recipe, index) => {
    if (recipe.personas !== hashes.personas || recipe.model !== hashes.model) return 'no-materials';
    if (recipe.generator !== hashes.generator) return 'other-generator';
    if (index < 0 || index >= decoyCount(recipe)) return null;
    const decoy = regenerate({ recipe, personas, model }, index);
    return { id: decoy.id, kind: decoy.kind, faces: await facesOfDecoy(decoy) };
  };
}

function given(flag: string, value: string | undefined): string {
  if (value === undefined)
    throw new TamisError('missing-flag', {
      en: `--${flag} is needed to ask.`,
      fr: `--${flag} est nécessaire pour demander.`,
    });
  return value;
}

function readText(path: string): string {
  if (statSync(path).size > MOST_ANSWER_BYTES)
    throw new TamisError('too-large', {
      en: `${path} is too large for an answer.`,
      fr: `${path} est trop grand pour une réponse.`,
    });
  return readFileSync(path, 'utf8');
}

function checkText(
  { asked, leaves, size, mostOthers }: AnswerCheck,
  isCompared: boolean,
  lang: Language,
): string {
  const count = (type: LeafAnswer['type']) => leaves.filter((leaf) => leaf.type === type).length;
  const counts = {
    en: `${leaves.length} asked for of ${size}: ${count('regenerated')} made again byte for byte, ${count('differs')} came out otherwise, ${count('opened')} only opened, ${count('invalid')} not answered as committed`,
    fr: `${leaves.length} demandés sur ${size}\u00a0: ${count('regenerated')} refaits à l’octet près, ${count('differs')} refaits autrement, ${count('opened')} seulement ouverts, ${count('invalid')} sans réponse conforme à l’engagement`,
  }[lang];
  const percent = mostOthers === null ? null : (Math.ceil(mostOthers * 1000) / 10).toLocaleString(lang);
  const meaning =
    percent === null
      ? {
          en: 'No share follows from it: that takes every leaf asked for, made again.',
          fr: 'Il n’en découle aucune part\u00a0: il y faut chaque feuille demandée, refaite.',
        }[lang]
      : {
          en: `At 95 %, at most ${percent} % of the ledger is anything but what the generator makes.`,
          fr: `À 95 %, au plus ${percent} % du registre est autre chose que ce que fait le générateur.`,
        }[lang];
  const faults = leaves.flatMap((leaf) =>
    leaf.type === 'invalid' ? [`#${leaf.place}: ${leaf.reason}`] : leaf.type === 'differs' ? [leaf.id] : [],
  );
  const seed = isCompared ? [] : [`${UNCOMPARED[lang]} ${harmless(asked.seed)}`];
  return `${[counts, ...seed, meaning, ...faults.slice(0, MOST_SHOWN), ABOUT_THE_REST[lang]].join('\n')}\n`;
}

/** An owner who may choose the seed chooses what is opened. */
const UNCOMPARED: Text = {
  en: 'The picks follow from this seed, which the answer brings; give the challenge you sent with --asked, or compare it yourself:',
  fr: 'Le tirage découle de cette graine, apportée par la réponse\u202f; donner le défi envoyé avec --asked, ou la comparer soi-même\u00a0:',
};

const MOST_SHOWN = 20;
