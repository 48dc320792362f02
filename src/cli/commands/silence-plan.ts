import { resolve } from 'node:path';
import { TamisError } from '../../model/index.ts';
import {
  calendar,
  ELECTION_KINDS,
  moment,
  NOT_ADVICE,
  type SilenceReport,
  silenceJson,
  silenceReport,
  silenceText,
} from '../../silence/index.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { electionOfFile, electionOfPlan } from '../election-flag.ts';
import { SILENCE_FLAGS, silenceQuestion } from '../silence-flags.ts';
import { wrap } from '../terminal/wrap.ts';

export const silencePlan = defineCommand({
  path: ['silence', 'plan'],
  summary: {
    en: 'Plan the silence of an election you describe',
    fr: 'Planifier le silence d’une élection que vous décrivez',
  },
  description: {
    en: 'In a file (docs/schema/silence-plan.json) or by flags. Hours not given are the usual ones of the country, and the plan says that they are assumed. Prints every beginning and end in order of time, then the rules.',
    fr: 'Dans un fichier (docs/schema/silence-plan.json) ou par des options. Les heures absentes sont celles d’usage dans le pays, et le plan les dit supposées. Écrit chaque début et chaque fin dans l’ordre, puis les règles.',
  },
  positionals: [
    {
      name: 'file',
      metavar: 'FILE',
      required: false,
      summary: { en: 'the election as JSON', fr: 'l’élection en JSON' },
    },
  ],
  flags: [
    {
      name: 'country',
      type: 'string',
      metavar: 'CODE',
      summary: { en: 'two letters: FR, IT, CA', fr: 'deux lettres\u00a0: FR, IT, CA' },
    },
    {
      name: 'date',
      type: 'string',
      metavar: 'DATE',
      summary: { en: 'day of voting, 2027-05-02', fr: 'jour du vote, 2027-05-02' },
    },
    {
      name: 'kind',
      type: 'enum',
      values: ELECTION_KINDS,
      metavar: 'KIND',
      summary: {
        en: 'what is elected (default: presidential in France, else legislative)',
        fr: 'ce qui est élu (par défaut\u00a0: presidential en France, sinon legislative)',
      },
    },
    {
      name: 'opens',
      type: 'string',
      metavar: 'HH:MM',
      summary: { en: 'when polls open, local time', fr: 'ouverture des bureaux, heure locale' },
    },
    {
      name: 'closes',
      type: 'string',
      metavar: 'HH:MM',
      summary: { en: 'when the last polls close, local time', fr: 'dernière clôture, heure locale' },
    },
    {
      name: 'session',
      type: 'strings',
      metavar: 'DATE:HH:MM-HH:MM',
      summary: {
        en: 'a day and its hours where people vote on several, 2027-06-13:07:00-23:00',
        fr: 'un jour et ses heures quand on vote plusieurs jours, 2027-06-13:07:00-23:00',
      },
    },
    ...SILENCE_FLAGS,
  ],
  examples: [
    {
      line: 'tamis silence plan --country FR --date 2027-05-02',
      summary: { en: 'a presidential run-off', fr: 'un second tour présidentiel' },
    },
    {
      line: 'tamis silence plan --country IT --date 2027-06-13 --session 2027-06-13:07:00-23:00 --session 2027-06-14:07:00-15:00',
      summary: { en: 'a vote of two days', fr: 'un scrutin de deux jours' },
    },
  ],
  run: async (context) => {
    const { args, flags, cwd, json, lang, stdout, now, paint } = context;
    const election =
      args.file === undefined ? electionOfPlan(fromFlags(flags)) : electionOfFile(resolve(cwd, args.file));
    const report = silenceReport(silenceQuestion(election, flags, now()));
    if (json) {
      stdout.write(`${JSON.stringify(silenceJson(report))}\n`);
      return 0;
    }
    stdout.write(calendarText(report, context));
    const bold = (text: string): string => paint('bold', text);
    stdout.write(silenceText(report, { lang, columns: stdout.columns, wrap, bold }));
    return 0;
  },
});

function fromFlags(flags: Readonly<Record<string, unknown>>): object {
  const given = ['country', 'date', 'kind', 'opens', 'closes'].filter((name) => flags[name] !== undefined);
  if (!given.includes('country') || !given.includes('date'))
    throw new TamisError('bad-option', {
      en: 'name a FILE, or --country and --date',
      fr: 'nommez un FICHIER, ou --country et --date',
    });
  const { session } = flags;
  const sessions = Array.isArray(session) ? session.map(sessionOf) : [];
  const described = Object.fromEntries(given.map((name) => [name, flags[name]]));
  return sessions.length === 0 ? described : { ...described, sessions };
}

/** `2027-06-13:07:00-23:00`; whether such a day and such hours exist is for the planner to say. */
function sessionOf(text: unknown): object {
  const [, date, opens, closes] =
    /^(\d{4}-\d{2}-\d{2})[: T](\d{2}:\d{2})-(\d{2}:\d{2})$/u.exec(String(text)) ?? [];
  if (date === undefined)
    throw new TamisError('bad-option', {
      en: `--session ${String(text)} is no day with its hours: 2027-06-13:07:00-23:00`,
      fr: `--session ${String(text)} n’est pas un jour avec ses heures\u00a0: 2027-06-13:07:00-23:00`,
    });
  return { date, opens, closes };
}

const CHANGES = {
  begins: { en: 'silence begins', fr: 'début du silence' },
  ends: { en: 'silence ends', fr: 'fin du silence' },
  lapses: {
    en: 'last moment of a rule without a fixed hour',
    fr: 'dernier moment d’une règle sans heure fixe',
  },
} as const;

/** Every beginning and end in order; the rules themselves follow. */
function calendarText(
  report: SilenceReport,
  { lang, stdout, paint }: Pick<CommandContext, 'lang' | 'stdout' | 'paint'>,
): string {
  const colon = lang === 'fr' ? '\u00a0: ' : ': ';
  const lines = wrap(NOT_ADVICE[lang], stdout.columns);
  for (const { at, change, what, where, local, rule } of calendar(report, lang)) {
    lines.push(
      `${paint('bold', `${moment(at, 'Europe/Paris', lang)} Paris`)}  ${moment(at, 'UTC', lang)} UTC  ${CHANGES[change][lang]}`,
      ...wrap(`${where} (${local})${colon}${what} [${rule}]`, Math.max(30, stdout.columns - 4)).map(
        (line) => `    ${line}`,
      ),
    );
  }
  return `${lines.join('\n')}\n\n`;
}
