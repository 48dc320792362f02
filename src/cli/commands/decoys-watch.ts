import { resolve } from 'node:path';
import {
  AccountWatch,
  type DecoyUse,
  follow,
  type LogTotals,
  readOnce,
  timeLine,
  unpacked,
  watchLog,
} from '../../decoys/watch/index.ts';
import { TamisError } from '../../model/error.ts';
import type { Language, Text } from '../../model/text.ts';
import { defineCommand } from '../command.ts';
import { PASSPHRASE_FLAG } from '../passphrase.ts';
import { harmless } from '../terminal/cells.ts';
import { LEDGER_FLAG, withLedger } from '../with-ledger.ts';

export const decoysWatch = defineCommand({
  path: ['decoys', 'watch'],
  summary: {
    en: 'Find uses of decoy accounts and passwords in logs of yours',
    fr: 'Trouver l’usage de comptes et de mots de passe leurres dans vos journaux',
  },
  description: {
    en: 'Reads logs of Dovecot, Postfix, sshd, nginx and Apache, and audit exports of Microsoft 365 and Google Workspace (JSON, CSV); other logs are searched for the names. A log need not hold the password: names and hashes serve. - is standard input. With --follow, each use is shown as it comes. Whoever uses a decoy account has read the decoy; who that is, the log does not say.',
    fr: 'Lit les journaux de Dovecot, Postfix, sshd, nginx et Apache, et les exports d’audit de Microsoft 365 et Google Workspace (JSON, CSV)\u202f; les autres sont fouillés à la recherche des noms. Un journal n’a pas à contenir le mot de passe\u00a0: noms et empreintes suffisent. - est l’entrée standard. Avec --follow, chaque usage est montré dès qu’il survient. Qui use d’un compte leurre a lu le leurre\u202f; qui c’est, le journal ne le dit pas.',
  },
  positionals: [
    {
      name: 'logs',
      metavar: 'LOG',
      required: true,
      many: true,
      summary: { en: 'logs; gzip and Zstandard too', fr: 'journaux\u202f; gzip et Zstandard aussi' },
    },
  ],
  flags: [
    LEDGER_FLAG,
    PASSPHRASE_FLAG,
    {
      name: 'follow',
      short: 'f',
      type: 'boolean',
      summary: {
        en: 'go on as the logs grow, until Ctrl-C',
        fr: 'continuer à mesure qu’ils grandissent, jusqu’à Ctrl-C',
      },
    },
  ],
  examples: [
    {
      line: 'tamis decoys watch /var/log/mail.log* audit.csv',
      summary: { en: 'what has happened', fr: 'ce qui s’est passé' },
    },
    {
      line: 'journalctl -f | tamis decoys watch - --follow',
      summary: { en: 'as it happens', fr: 'au fil de l’eau' },
    },
  ],
  run: async (context) => {
    const { flags, args, json, lang, stdout, stderr, cwd, now, signal } = context;
    // The ledger is closed before a log is followed for days: only names and hashes stay in memory.
    const watch = await withLedger(context, flags, ({ entries }) => new AccountWatch(entries));
    if (watch.size === 0)
      throw new TamisError('no-accounts', {
        en: 'The ledger holds no decoy with an account to watch for.',
        fr: 'Le registre ne contient aucun leurre avec un compte à surveiller.',
      });
    const uses: DecoyUse[] = [];
    const onUse = (use: DecoyUse) => {
      if (flags.follow) stdout.write(json ? `${JSON.stringify(use)}\n` : `${useLine(use)}\n`);
      else uses.push(use);
    };
    const sourceOf = (log: string): AsyncIterable<Uint8Array> => {
      if (log === '-') return unpacked(process.stdin);
      const path = resolve(cwd, log);
      return flags.follow ? follow(path, signal) : readOnce(path);
    };
    const read = (log: string) => watchLog(log, sourceOf(log), watch, () => now().getTime(), onUse);
    const logs: LogTotals[] = [];
    if (flags.follow) logs.push(...(await Promise.all(args.logs.map(read))));
    else for (const log of args.logs) logs.push(await read(log));
    if (flags.follow) {
      // Beside the stream of uses, which whoever reads it takes for uses alone.
      for (const line of brokenLines(logs, lang)) stderr.write(`${line}\n`);
      return 0;
    }
    const ordered = timeLine(uses);
    stdout.write(
      json
        ? `${JSON.stringify({ accounts: watch.size, logs, uses: ordered })}\n`
        : watchText(logs, ordered, watch.size, lang),
    );
    return 0;
  },
});

function watchText(
  logs: readonly LogTotals[],
  uses: readonly DecoyUse[],
  accounts: number,
  lang: Language,
): string {
  const lines = logs.reduce((sum, log) => sum + log.lines, 0);
  const cut = logs.reduce((sum, log) => sum + log.cut, 0);
  const head = {
    en: `${lines} lines read, ${accounts} accounts watched for, ${uses.length} uses`,
    fr: `lignes lues\u00a0: ${lines}, comptes surveillés\u00a0: ${accounts}, usages\u00a0: ${uses.length}`,
  }[lang];
  const notes = [
    ...brokenLines(logs, lang),
    ...(cut > 0 ? [`${cut} ${CUT[lang]}`] : []),
    ...(uses.length > 0 ? [MEANING[lang]] : []),
  ];
  return `${[head, ...uses.map(useLine), ...notes].join('\n')}\n`;
}

function brokenLines(logs: readonly LogTotals[], lang: Language): string[] {
  return logs.filter(({ complete }) => !complete).map(({ log }) => `${log}: ${BROKEN[lang]}`);
}

const BROKEN: Text = {
  en: 'compressed, and breaks off or is damaged: only its beginning was read',
  fr: 'compressé, et s’interrompt ou est abîmé\u00a0: seul son début a été lu',
};
const CUT: Text = { en: 'lines were too long and read in part', fr: 'lignes trop longues, lues en partie' };
const MEANING: Text = {
  en: 'Who used an account had read the decoy, or what was copied from it. The address is that of the last machine on the way.',
  fr: 'Qui a usé d’un compte avait lu le leurre, ou ce qui en fut recopié. L’adresse est celle de la dernière machine du chemin.',
};

/** Everything in it was written by whoever attacked. */
function useLine({
  at,
  service,
  outcome,
  user,
  address,
  client,
  act,
  decoys,
  by,
  log,
  line,
}: DecoyUse): string {
  const parts = [
    at ?? '?',
    service,
    outcome,
    user,
    address ?? '?',
    client,
    act,
    decoys.join(' '),
    by,
    `${log}:${line}`,
  ];
  return parts
    .filter((part) => part !== null)
    .map(harmless)
    .join('  ');
}
