import { resolve } from 'node:path';
import { checkMailbox, gatesOf } from '../../decoys/check/index.ts';
import { type FitWish, type MailboxModel, readMailbox, readMails } from '../../decoys/fit/index.ts';
import { profilesOf } from '../../decoys/generate/index.ts';
import { ABOUT_THE_REST, APPROVALS_NEEDED, approvalOf, blockList } from '../../decoys/guard/index.ts';
import { recipeHash } from '../../decoys/model/index.ts';
import { makePersonas, type PersonaPack } from '../../decoys/persona/index.ts';
import { Workspace } from '../../decoys/workspace/index.ts';
import { TamisError } from '../../model/index.ts';
import { defineCommand } from '../command.ts';
import { checkText } from '../decoys-text.ts';

/** Mails that are compared at most: the test's cost grows with them. */
const MOST_MAILS = 1800;

async function wordsFor(
  { wordsFrom }: MailboxModel,
  paths: readonly string[],
  cwd: string,
): Promise<Pick<FitWish, 'words'>> {
  if (wordsFrom === 'mailbox') return {};
  if (wordsFrom === 'nowhere') return { words: null };
  if (paths.length === 0)
    throw new TamisError('bad-option', {
      en: 'the sentences are from elsewhere: name that mail with --words',
      fr: 'les phrases viennent d’ailleurs\u00a0: nommez ce courrier avec --words',
    });
  return { words: await readMails(readMailbox(paths.map((path) => resolve(cwd, path))), MOST_MAILS) };
}

export const decoysCheck = defineCommand({
  path: ['decoys', 'check'],
  summary: {
    en: 'Measure how well decoys pass for your mail, and record who approves them',
    fr: 'Mesurer si les leurres passent pour votre courrier, et noter qui les approuve',
  },
  description: {
    en: 'A classifier two-sample test: the model is fitted anew to half of the threads and its decoys are compared with the other half, by a battery of attackers, with both controls. Prints what gives the decoys away. Exits with 1 when a gate is missed. With --approve, records instead that a named person has read the decoys and approves; two people are needed before planting.',
    fr: 'Un test à deux échantillons par classifieurs\u00a0: le modèle est réappris sur la moitié des fils et ses leurres sont comparés à l’autre moitié, par une batterie d’attaquants, avec les deux témoins. Écrit ce qui trahit les leurres. Sort avec 1 si un seuil est manqué. Avec --approve, note plutôt qu’une personne nommée a lu les leurres et les approuve\u202f; il en faut deux avant de placer.',
  },
  positionals: [
    {
      name: 'folder',
      metavar: 'DIR',
      required: true,
      summary: { en: 'of decoys init', fr: 'celui de decoys init' },
    },
    {
      name: 'mailboxes',
      metavar: 'PATH',
      required: false,
      many: true,
      summary: { en: 'the mailbox to compare with', fr: 'la boîte à laquelle comparer' },
    },
  ],
  flags: [
    {
      name: 'approve',
      type: 'string',
      metavar: 'NAME',
      summary: { en: 'record that NAME approves these decoys', fr: 'noter que NAME approuve ces leurres' },
    },
    {
      name: 'words',
      type: 'strings',
      metavar: 'PATH',
      summary: {
        en: 'mail the sentences are from, as given to decoys init',
        fr: 'courrier d’où viennent les phrases, tel que donné à decoys init',
      },
    },
  ],
  examples: [
    { line: 'tamis decoys check ~/decoys ~/Maildir', summary: { en: 'measure', fr: 'mesurer' } },
    { line: 'tamis decoys check ~/decoys --approve "Ann Lee"', summary: { en: 'approve', fr: 'approuver' } },
  ],
  run: async ({ args, flags, cwd, json, lang, stdout, now }) => {
    const workspace = new Workspace(resolve(cwd, args.folder));
    if (flags.approve !== undefined) {
      const recipe = recipeHash(workspace.recipe());
      workspace.approve({ name: flags.approve, at: new Date(now()).toISOString(), recipe });
      const verdict = approvalOf(workspace.approvals(), recipe);
      const line = `${verdict.by.join(', ')}: ${verdict.by.length}/${APPROVALS_NEEDED}`;
      stdout.write(json ? `${JSON.stringify({ recipe, ...verdict })}\n` : `${line}\n`);
      return 0;
    }
    const paths = args.mailboxes ?? [];
    if (paths.length === 0)
      throw new TamisError('bad-option', {
        en: 'name the mailbox to compare with, or --approve NAME',
        fr: 'nommez la boîte à comparer, ou --approve NOM',
      });
    const mails = await readMails(readMailbox(paths.map((path) => resolve(cwd, path))), MOST_MAILS);
    const { seed, block, ...owner } = workspace.info();
    const pack = workspace.personas();
    const listed = blockList(block, workspace.model().known);
    // Personas resemble the people of the half that was learnt from, not those of the whole mailbox.
    const packFor = (model: MailboxModel): PersonaPack => {
      const wish = {
        seed,
        count: pack.personas.length,
        languages: [...new Set(pack.personas.map(({ language }) => language))],
        domains: pack.outside,
        profiles: profilesOf(model),
      };
      return { ...pack, personas: makePersonas(wish, listed, owner.domains) };
    };
    const words = await wordsFor(workspace.model(), flags.words, cwd);
    const result = checkMailbox(mails, owner, packFor, seed, { ...words, block: blockList(block, []) });
    const gates = gatesOf(result);
    stdout.write(
      json
        ? `${JSON.stringify({ gates, ...result })}\n`
        : `${checkText(result, gates, lang)}\n${ABOUT_THE_REST[lang]}\n`,
    );
    return gates.every(({ holds }) => holds) ? 0 : 1;
  },
});
