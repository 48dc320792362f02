import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  answerChallenge,
  checkAnswer,
  isAnswerTo,
  MOST_ANSWER_BYTES,
  makeChallenge,
  type Regenerate,
  readAnswer,
  readChallenge,
  USUAL_PICKS,
} from '../../decoys/challenge/index.ts';
import { facesOfDecoy, writeWhole } from '../../decoys/ledger/index.ts';
import { decoyCount, hashOfJson } from '../../decoys/model/index.ts';
import { readContinuation, verifyContinuation } from '../../decoys/verify/index.ts';
import { Workspace } from '../../decoys/workspace/index.ts';
import { TamisError } from '../../model/error.ts';
import { checkText } from '../challenge-text.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { PASSPHRASE_FLAG } from '../passphrase.ts';
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
      name: 'held',
      type: 'string',
      metavar: 'NOTE',
      summary: {
        en: 'ask: an older checkpoint you hold; the challenged one has to continue it',
        fr: 'ask\u00a0: un point de contrôle antérieur que vous détenez\u202f; celui mis au défi doit le continuer',
      },
    },
    {
      name: 'continues',
      type: 'string',
      metavar: 'FILE',
      summary: {
        en: 'ask: the owner’s proof of it (decoys checkpoint --held)',
        fr: 'ask\u00a0: la preuve du propriétaire (decoys checkpoint --held)',
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
    if (args.step === 'ask' && flags.held !== undefined)
      await mustContinue(readText(resolve(cwd, flags.held)), text, {
        key: given('key', flags.key),
        proof: readText(resolve(cwd, given('continues', flags.continues))),
      });
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

/** Throws `not-continued` unless the proof is of these two notes and this key, and holds. */
async function mustContinue(
  held: string,
  note: string,
  { key, proof }: { readonly key: string; readonly proof: string },
): Promise<void> {
  const value = readContinuation(proof);
  const isOfThese = value?.from === held && value.to === note && value.key.trim() === key.trim();
  const verdict = await verifyContinuation(isOfThese ? value : null);
  if (verdict.type === 'continues') return;
  throw new TamisError('not-continued', {
    en: `Nothing shows that this checkpoint continues the one you hold (${verdict.reason}).`,
    fr: `Rien ne montre que ce point de contrôle continue celui que vous détenez (${verdict.reason}).`,
  });
}

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
