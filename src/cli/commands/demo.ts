import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCase } from '../../case/open.ts';
import { DEFAULT_LIMITS, TamisError } from '../../model/index.ts';
import type { Language, Text } from '../../model/text.ts';
import { defineCommand } from '../command.ts';
import { commandName } from '../command-name.ts';
import { readKeys } from '../read-keys.ts';
import { siftWithProgress } from '../sift/with-progress.ts';
import { siftJson, siftText } from '../sift-summary.ts';
import type { Paint } from '../terminal/paint.ts';

/** The demo lies beside the sources and beside the build alike. */
const DEMO = fileURLToPath(new URL('../../../demo/', import.meta.url));
const CASE = 'demo.tamis';

export const demo = defineCommand({
  path: ['demo'],
  summary: {
    en: 'Sift a small leak that never happened, and see what to try next',
    fr: 'Trier une petite fuite qui n’a jamais eu lieu, et voir la suite',
  },
  description: {
    en: `The dump of an invented campaign ships with Tamis: genuine mail, forgeries, a phishing mail, archives inside archives.
Its case is demo.tamis in this folder; demo/truth.json says what is what.`,
    fr: `La fuite d’une campagne inventée accompagne Tamis\u00a0: courriels véritables, faux, hameçonnage, archives emboîtées.
Son dossier d’enquête est demo.tamis, ici même\u202f; demo/truth.json dit le vrai du faux.`,
  },
  positionals: [],
  flags: [],
  examples: [
    { line: 'tamis demo', summary: { en: 'takes a second or two', fr: 'prend une seconde ou deux' } },
  ],
  run: async (context) => {
    if (!existsSync(DEMO))
      throw new TamisError('no-demo', {
        en: 'the demo is not part of this installation',
        fr: 'la démonstration ne fait pas partie de cette installation',
      });
    const caseDirectory = resolve(context.cwd, CASE);
    const result = await siftWithProgress(context, {
      inputs: [`${DEMO}dump`],
      references: [`${DEMO}reference`],
      caseDirectory,
      keys: readKeys([`${DEMO}keys.jsonl`], context).keys,
      passwords: [],
      jobs: availableParallelism(),
      limits: DEFAULT_LIMITS,
    });
    const { stdout, json, lang, paint } = context;
    const tamis = commandName(context.env);
    if (json) stdout.write(`${JSON.stringify(siftJson(result))}\n`);
    else
      stdout.write(
        siftText(result, lang, paint, { command: tamis, cwd: context.cwd }) +
          nextSteps(caseDirectory, lang, paint, tamis),
      );
    return 0;
  },
});

const STEPS: readonly {
  readonly query: string;
  readonly verb: string;
  readonly why: Text;
}[] = [
  {
    query: 'verdict:altered kind:message',
    verb: 'why',
    why: {
      en: 'a message that was changed, and how we know',
      fr: 'un message modifié, et comment on le sait',
    },
  },
  {
    query: 'reason:dkim-aligned-except kind:message',
    verb: 'why',
    why: {
      en: 'genuine, but for what a mailing list did to it',
      fr: 'véritable, à ce qu’une liste de diffusion y a fait près',
    },
  },
  {
    query: 'verdict:authentic has:attachment kind:message',
    verb: 'show',
    why: { en: 'one to read', fr: 'un message à lire' },
  },
];

function nextSteps(directory: string, lang: Language, paint: Paint, tamis: string): string {
  const store = openCase(directory, { now: () => new Date(), readOnly: true });
  try {
    const lines = STEPS.flatMap(({ query, verb, why }) => {
      const [hit] = store.search(query, { limit: 1 });
      return hit === undefined ? [] : [`  ${paint('bold', `${tamis} ${verb} ${hit.id}`)}  ${why[lang]}`];
    });
    lines.push(`  ${paint('bold', `${tamis} search budget`)}  ${SEARCH[lang]}`);
    lines.push(`  ${paint('bold', `${tamis} failures`)}  ${FAILURES[lang]}`);
    return `${lines.join('\n')}\n`;
  } finally {
    store.close();
  }
}

const SEARCH: Text = { en: 'the search box', fr: 'la recherche' };
const FAILURES: Text = {
  en: 'what could not be read, and what to do',
  fr: 'ce qui n’a pu être lu, et que faire',
};
