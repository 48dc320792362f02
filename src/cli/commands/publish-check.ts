import { checkDraft, gateJson, gateText } from '../../publish/index.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { DRAFT_ARGUMENT, GATE_FLAGS, gateContext, withCaseIfAny } from '../publish/gate-flags.ts';
import { harmless } from '../terminal/cells.ts';
import { wrap } from '../terminal/wrap.ts';
import { logAct } from '../with-case.ts';

export const publishCheck = defineCommand({
  path: ['publish', 'check'],
  summary: {
    en: 'Take a draft through the eleven gates before it is published',
    fr: 'Passer un article aux onze contrôles avant publication',
  },
  description: {
    en: 'Each gate passes, warns, blocks, or could not be checked, with the place and what to do (docs/publishing.md). A draft cites an item as [tamis:ID verified: method]. What only people know stands in the front matter or is added by tamis publish note. Nothing is fetched, nothing leaves this machine. With a case, the check is in its custody log. Exit code 1 where a gate blocks.',
    fr: 'Chaque contrôle passe, alerte, bloque ou n’a pu se faire, avec l’endroit et quoi faire (docs/publishing.md). Un article cite un élément par [tamis:ID vérifié\u00a0: méthode]. Ce que seules des personnes savent est en tête du fichier ou ajouté par tamis publish note. Rien n’est téléchargé, rien ne quitte cette machine. Avec un dossier, le contrôle est au journal. Code de sortie 1 si un contrôle bloque.',
  },
  positionals: [DRAFT_ARGUMENT],
  flags: GATE_FLAGS,
  examples: [
    {
      line: 'tamis publish check article.docx --case fuite.tamis --at 2017-05-05T21:00 --zone Europe/Paris',
      summary: { en: 'as if it were to go out then', fr: 'comme s’il devait paraître à cette heure' },
    },
  ],
  run: (context) =>
    withCaseIfAny(context, context.flags, async (store) => {
      const { json, lang, stdout, paint, flags, args } = context;
      const report = await checkDraft(gateContext(context, args.draft, flags, store));
      if (store !== null)
        logAct(context, store, 'publish-checked', {
          draft: report.draft,
          file: args.draft,
          gates: Object.fromEntries(report.results.map(({ gate, outcome }) => [gate, outcome])),
        });
      const text = json
        ? `${JSON.stringify({ file: args.draft, ...gateJson(report, lang) })}\n`
        : gateText(report, {
            lang,
            columns: stdout.columns,
            wrap: (paragraph, width) => wrap(harmless(paragraph), width),
            paint,
          });
      stdout.write(text);
      return report.blocked ? EXIT.failed : EXIT.ok;
    }),
});
