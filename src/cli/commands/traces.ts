import { setImmediate } from 'node:timers/promises';
import type { CaseStore } from '../../case/store.ts';
import { placeText } from '../../judge/texts/place-text.ts';
import { TamisError } from '../../model/error.ts';
import { type Language, TRACE_KINDS, type TraceGroup, type TraceKind } from '../../model/index.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { cut, harmless } from '../terminal/cells.ts';
import { type Bearer, bearersOf } from '../traces/bearers.ts';
import { kindLines } from '../traces/group-lines.ts';
import { reportLines } from '../traces/report-lines.ts';
import { SCREEN_FILES } from '../traces/window-lines.ts';
import { NOTICE, WORDS } from '../traces/words.ts';
import { withCase } from '../with-case.ts';

/** Kinds that people look for first; those of mail transport are listed on demand, as every leak has thousands. */
const REPORTED: readonly TraceKind[] = [
  'person',
  'user-name',
  'machine',
  'company',
  'interface-language',
  'application',
  'path',
  'printer',
  'template',
  'code-page',
  'mac-address',
  'camera-serial',
  'gps',
  'time-zone',
  'x-mailer',
];

const OF_MAIL: ReadonlySet<TraceKind> = new Set(['user-name', 'machine', 'time-zone', 'x-mailer']);

/** What fits on a screen of each part; --limit and --json give more. */
const REPORT_LIMIT = 8;
const LIST_LIMIT = 50;
const FOREIGN_EACH = 4;

export const traces = defineCommand({
  path: ['traces'],
  summary: {
    en: 'Who and what touched the documents: people, programs, machines, save times',
    fr: 'Qui et quoi a touché les documents\u00a0: personnes, logiciels, machines, heures',
  },
  description: {
    en: 'Without KIND, the report: documents saved in one run that the rhythm of the leak does not explain, documents saved after their message was sent, values that do not belong to the victim’s usual ones, clocks of one document that disagree, documents derived from one another (docs/traces.md). With KIND, all values of that kind; with --value, the items that bear it.\n\nTo be touched is not to be forged, and any trace can be planted.',
    fr: 'Sans KIND, le rapport\u00a0: documents enregistrés d’affilée sans que le rythme de la fuite l’explique, documents enregistrés après l’envoi de leur message, valeurs étrangères à celles de la victime, horloges d’un même document qui se contredisent, documents dérivés l’un de l’autre (docs/traces.md). Avec KIND, toutes les valeurs de cette sorte\u202f; avec --value, les éléments qui la portent.\n\nÊtre touché n’est pas être falsifié, et toute trace peut être posée exprès.',
  },
  positionals: [
    {
      name: 'kind',
      metavar: 'KIND',
      required: false,
      values: TRACE_KINDS,
      summary: { en: 'only traces of this kind', fr: 'seulement les traces de cette sorte' },
    },
  ],
  flags: [
    ...CASE_FLAGS,
    {
      name: 'value',
      type: 'string',
      metavar: 'V',
      summary: {
        en: 'items that bear this value, or a part of it',
        fr: 'éléments qui portent cette valeur, ou une partie',
      },
    },
    {
      name: 'limit',
      short: 'n',
      type: 'number',
      min: 0,
      metavar: 'N',
      summary: { en: 'at most this many of each list', fr: 'pas plus que ce nombre par liste' },
    },
  ],
  examples: [
    { line: 'tamis traces', summary: { en: 'the report', fr: 'le rapport' } },
    {
      line: 'tamis traces person',
      summary: { en: 'everybody, the unusual first', fr: 'tout le monde, l’inhabituel d’abord' },
    },
  ],
  run: async (context) => {
    const { flags, args, json } = context;
    return await withCase(context, flags, async (store) => {
      if (store.traceFindings() === null) throw new TamisError('no-traces', WORDS.old[context.lang]);
      if (flags.value !== undefined) await listBearers(store, flags.value, context);
      else if (args.kind !== undefined) listGroups(store, args.kind, context);
      else if (json) writeJson(store, context);
      else writeReport(store, context);
      return 0;
    });
  },
});

type Context = Pick<CommandContext, 'json' | 'lang' | 'stdout' | 'paint' | 'signal'> & {
  readonly flags: { readonly limit: number | undefined };
  readonly args: { readonly kind: TraceKind | undefined };
};

function writeReport(store: CaseStore, { flags, lang, stdout, paint }: Context): void {
  const findings = store.traceFindings();
  if (findings === null) return;
  const limit = flags.limit ?? REPORT_LIMIT;
  // Rare ones of a whole leak say little, and of its mail nothing: then only what several documents share is told.
  const isKnown = findings.usual.source !== 'whole-leak';
  const kinds = isKnown ? REPORTED : REPORTED.filter((kind) => !OF_MAIL.has(kind));
  const foreign = kinds.map((kind) => unusual(store, kind, isKnown ? 1 : 2));
  const files = flags.limit ?? SCREEN_FILES;
  const columns = stdout.isTTY ? stdout.columns : 160;
  stdout.write(`${reportLines(findings, foreign, { lang, paint, columns, limit, files }).join('\n')}\n`);
}

/** The unseen, or else the seldom ones: a list of both would hide the first among the second. */
function unusual(store: CaseStore, kind: TraceKind, leastItems: number): readonly TraceGroup[] {
  const found: TraceGroup[] = [];
  for (const group of store.traceGroups({ kind })) {
    const [first] = found;
    if (group.familiarity === 'usual' || group.familiarity === 'unknown') break;
    if (found.length >= FOREIGN_EACH || group.items < leastItems) break;
    if (first !== undefined && first.familiarity !== group.familiarity) break;
    found.push(group);
  }
  return found;
}

function writeJson(store: CaseStore, { flags, lang, stdout }: Context): void {
  const groups = [...store.traceGroups(flags.limit === undefined ? {} : { limit: flags.limit })];
  stdout.write(`${JSON.stringify({ notice: NOTICE[lang], ...store.traceFindings(), groups })}\n`);
}

function listGroups(store: CaseStore, kind: TraceKind, { flags, json, lang, stdout, paint }: Context): void {
  const limit = flags.limit ?? (!json && stdout.isTTY ? LIST_LIMIT : null);
  const groups = [...store.traceGroups(limit === null ? { kind } : { kind, limit })];
  if (json) for (const group of groups) stdout.write(`${JSON.stringify(group)}\n`);
  else stdout.write(`${[...kindLines(kind, groups, lang, paint), '', NOTICE[lang]].join('\n')}\n`);
}

async function listBearers(store: CaseStore, value: string, context: Context): Promise<void> {
  const { flags, args, json, lang, stdout, paint, signal } = context;
  const limit = flags.limit ?? (!json && stdout.isTTY ? LIST_LIMIT : Number.POSITIVE_INFINITY);
  let shown = 0;
  for (const bearer of bearersOf(store, value, args.kind)) {
    if (shown >= limit || signal.aborted) break;
    shown += 1;
    stdout.write(json ? `${JSON.stringify(bearer)}\n` : bearerLines(bearer, { lang, paint }));
    if (shown % 256 === 0) await setImmediate();
  }
  if (!json) stdout.write(`\n${foundText(shown, lang)} ${NOTICE[lang]}\n`);
}

const MOST_PLACES = 3;

function bearerLines(
  { id, path, traces: found }: Bearer,
  { lang, paint }: Pick<CommandContext, 'lang' | 'paint'>,
): string {
  const lines = found
    .slice(0, MOST_PLACES)
    .map(({ kind, value, where, time }) =>
      paint(
        'dim',
        `    ${kind} ${cut(harmless(value), 60)}, ${harmless(placeText(where, lang))}${time === null ? '' : `, ${time.slice(0, 16).replace('T', ' ')}`}`,
      ),
    );
  return `${[`${paint('bold', id)}  ${harmless(path)}`, ...lines].join('\n')}\n`;
}

function foundText(count: number, lang: Language): string {
  return { en: `${count} shown.`, fr: `affichés\u00a0: ${count}.` }[lang];
}
