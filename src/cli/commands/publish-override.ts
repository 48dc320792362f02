import { TamisError } from '../../model/index.ts';
import { checkDraft, GATES, logOverride } from '../../publish/index.ts';
import { defineCommand } from '../command.ts';
import { DRAFT_ARGUMENT, GATE_FLAGS, gateContext, withCaseIfAny } from '../publish/gate-flags.ts';

export const publishOverride = defineCommand({
  path: ['publish', 'override'],
  summary: {
    en: 'Go through a gate all the same, under your name and with a reason',
    fr: 'Passer outre un contrôle, sous votre nom et avec une raison',
  },
  description: {
    en: 'Covers what the gate finds in this draft now; the same finding in a later version stays covered, a new one does not. Name and reason are in the custody log of the case. Give the flags you checked with.',
    fr: 'Couvre ce que le contrôle trouve maintenant dans cet article\u202f; le même constat dans une version suivante reste couvert, un nouveau non. Le nom et la raison sont au journal du dossier. Donnez les mêmes options que pour le contrôle.',
  },
  positionals: [
    {
      name: 'gate',
      metavar: 'GATE',
      required: true,
      values: GATES,
      summary: { en: 'G1 to G11', fr: 'G1 à G11' },
    },
    DRAFT_ARGUMENT,
  ],
  flags: [
    ...GATE_FLAGS,
    {
      name: 'by',
      type: 'string',
      metavar: 'NAME',
      summary: { en: 'first and last name of who decides', fr: 'prénom et nom de qui décide' },
    },
    {
      name: 'reason',
      type: 'string',
      metavar: 'TEXT',
      summary: { en: 'why, in a sentence', fr: 'pourquoi, en une phrase' },
    },
  ],
  examples: [
    {
      line: 'tamis publish override G9 article.md --by "Anne Martin" --reason "Avis du conseil, 5 mai, 22 h 10"',
      summary: { en: 'counsel was asked', fr: 'le conseil a été consulté' },
    },
  ],
  run: async (context) => {
    const { flags, args, json, lang, stdout } = context;
    const { by = '', reason = '' } = flags;
    // Read as by any reader, so that a sift or an open workbench does not hold it up: the log takes entries all the same.
    return await withCaseIfAny(context, flags, async (store) => {
      if (store === null)
        throw new TamisError('no-case', {
          en: 'An override is kept in the custody log of a case: give --case DIR.',
          fr: 'Une levée est consignée dans le registre d’un dossier d’enquête\u00a0: donnez --case DIR.',
        });
      const report = await checkDraft(gateContext(context, args.draft, flags, store));
      const result = report.results.find(({ gate }) => gate === args.gate);
      if (result === undefined)
        throw new TamisError('not-found', { en: `no gate ${args.gate}`, fr: `pas de contrôle ${args.gate}` });
      const covered = logOverride(store, result, { draft: report.draft, by, reason });
      const told = {
        en: `${args.gate} overridden by ${by} (${covered}).`,
        fr: `${args.gate} levé par ${by} (${covered}).`,
      };
      stdout.write(
        json
          ? `${JSON.stringify({ gate: args.gate, draft: report.draft, by, reason, covered })}\n`
          : `${told[lang]}\n`,
      );
      return 0;
    });
  },
});
