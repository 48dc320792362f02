import { TamisError } from '../model/error.ts';
import { refusalOf } from '../model/refusal.ts';
import type { Text } from '../model/text.ts';
import type { EarlyFlags } from './early-flags.ts';
import { EXIT } from './exit-codes.ts';
import type { Host } from './host.ts';
import { paintFor } from './terminal/paint.ts';
import { pointAt, UsageError } from './usage-error.ts';
import { version } from './version.ts';

/**
 * Tells an error and returns the exit code. For a person on stderr; with --json also as
 * `{"error":{"code","message"}}` on stdout, where a program reads.
 */
export function reportError(error: unknown, words: readonly string[], host: Host, early: EarlyFlags): number {
  if (host.signal.aborted) {
    // Whatever else went wrong then comes of being told to stop.
    const deliberate =
      error instanceof TamisError && error.code === 'interrupted'
        ? error.text[early.lang]
        : INTERRUPTED[early.lang];
    host.stderr.write(`tamis: ${deliberate}\n`);
    return EXIT.interrupted;
  }
  const told = tell(error, words, early);
  const paint = paintFor(host.stderr, host.env, early.noColor);
  host.stderr.write(`${paint('red', 'tamis:')} ${told.text}\n`);
  if (early.json) {
    host.stdout.write(`${JSON.stringify({ error: { code: told.code, message: told.message } })}\n`);
  }
  if (told.exit === EXIT.crash && (host.env.TAMIS_DEBUG ?? '') !== '' && error instanceof Error) {
    host.stderr.write(`${error.stack ?? ''}\n`);
  }
  return told.exit;
}

interface Told {
  readonly exit: number;
  readonly code: string;
  readonly message: string;
  readonly text: string;
}

function tell(error: unknown, words: readonly string[], { lang }: EarlyFlags): Told {
  if (error instanceof UsageError) {
    const message = error.text[lang];
    const text = `${message}\n\n${indented(pointAt(words, error.at))}\n\n${SEE_HELP[lang]}`;
    return { exit: EXIT.usage, code: 'usage', message, text };
  }
  if (error instanceof TamisError) {
    const message = error.text[lang];
    // What only a command can tell of its own line: too little of it, or two things at once.
    const exit = error.code === 'usage' ? EXIT.usage : EXIT.failed;
    return { exit, code: error.code, message, text: `${message} (${error.code})` };
  }
  const refusal = refusalAt(error, lang);
  if (refusal !== null)
    return { exit: EXIT.failed, code: 'refused', message: refusal, text: `${refusal} (refused)` };
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const hint = CRASH[lang].replace('VERSION', version());
  return { exit: EXIT.crash, code: 'crash', message, text: `${message}\n${hint}` };
}

/** What the system refused, and where: no fault of Tamis, and something the user can mend. */
function refusalAt(error: unknown, lang: EarlyFlags['lang']): string | null {
  const refusal = refusalOf(error);
  if (refusal === null || !(error instanceof Error)) return null;
  if ('path' in error) return `${String(error.path)}${lang === 'fr' ? '\u00a0' : ''}: ${refusal[lang]}`;
  // Writing to an open file names no path, and a disk that is full is full wherever one writes.
  return isOfDisk(error) ? `${refusal[lang]}${ROOM[lang]}` : null;
}

function isOfDisk(error: Error): boolean {
  return 'code' in error && DISK_CODES.has(String(error.code));
}

const DISK_CODES: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO']);

const ROOM: Text = {
  en: '. What this command was writing is not whole: see to the disk, remove it, and give the command again.',
  fr: '. Ce que cette commande écrivait n’est pas entier\u00a0: voyez le disque, retirez-le et relancez la commande.',
};

const INTERRUPTED: Text = { en: 'interrupted.', fr: 'interrompu.' };

const SEE_HELP: Text = {
  en: 'tamis --help lists the commands, tamis help COMMAND the flags of one.',
  fr: 'tamis --help donne les commandes, tamis help COMMANDE les options de l’une d’elles.',
};

const CRASH: Text = {
  en: 'This is a fault of tamis VERSION, not of yours. Nothing of the dump was changed, and the same command may be given again. TAMIS_DEBUG=1 shows where it happened.',
  fr: 'C’est une faute de tamis VERSION, pas la vôtre. Rien de la fuite n’a été modifié et la même commande peut être relancée. TAMIS_DEBUG=1 montre où c’est arrivé.',
};

function indented(text: string): string {
  return text.replace(/^/gmu, '  ');
}
