import type { Command } from './command.ts';
import { type EarlyFlags, leadingFlags, readEarlyFlags } from './early-flags.ts';
import { EXIT } from './exit-codes.ts';
import { entriesOf, findCommand } from './find-command.ts';
import { commandHelp, overviewHelp } from './help.ts';
import type { Host } from './host.ts';
import { parseArguments, type Typed } from './parse-arguments.ts';
import { loadAll, REGISTRY } from './registry.ts';
import { reportError } from './report-error.ts';
import { paintFor } from './terminal/paint.ts';
import type { TextStyle } from './terminal/text-style.ts';
import { version } from './version.ts';

/** Runs `tamis WORDS...` and returns the exit code. Never throws. */
export async function runCommandLine(words: readonly string[], host: Host): Promise<number> {
  const early = readEarlyFlags(words, host.env);
  try {
    return await dispatch(words, host, early);
  } catch (error) {
    return reportError(error, words, host, early);
  }
}

async function dispatch(words: readonly string[], host: Host, early: EarlyFlags): Promise<number> {
  // Flags of every command may stand before the command too: `tamis --json search`.
  const start = leadingFlags(words);
  if (start === words.length) return withoutCommand(host, early);
  if (words[start] === 'help') return await helpFor(words, start + 1, host, early);
  const found = findCommand(words, start);
  if (found.type === 'group') {
    const code = await overview(found.name, host, early);
    return early.help ? code : EXIT.usage;
  }
  const command = await found.entry.load();
  const typed = words.map((word, at) => ({ word, at }));
  typed.splice(start, found.words);
  return await runCommand(command, typed, words.length, host, early);
}

async function withoutCommand(host: Host, early: EarlyFlags): Promise<number> {
  if (early.version) return writeVersion(host, early);
  const code = await overview(null, host, early);
  return early.help ? code : EXIT.usage;
}

function writeVersion(host: Host, early: EarlyFlags): number {
  host.stdout.write(early.json ? `${JSON.stringify({ version: version() })}\n` : `tamis ${version()}\n`);
  return EXIT.ok;
}

async function runCommand(
  command: Command,
  typed: readonly Typed[],
  end: number,
  host: Host,
  early: EarlyFlags,
): Promise<number> {
  // Asked for help, the rest of the line need not be right.
  if (early.help) return writeHelp(command, host, early);
  if (early.version) return writeVersion(host, early);
  const { flags, args } = parseArguments(command, typed, end);
  const { stdout, stderr, cwd, env, now } = host;
  const code = await command.run({
    ...{ stdout, stderr, cwd, env, now },
    // Whoever asks for it has something to put in order before the end (interruption.ts).
    get signal() {
      return host.signal;
    },
    flags,
    args,
    json: early.json,
    lang: early.lang,
    commands: loadAll,
    paint: paintFor(host.stdout, host.env, early.noColor),
    paintErr: paintFor(host.stderr, host.env, early.noColor),
  });
  return host.signal.aborted ? EXIT.interrupted : code;
}

async function helpFor(
  words: readonly string[],
  from: number,
  host: Host,
  early: EarlyFlags,
): Promise<number> {
  const rest = words.slice(from).filter((word) => !word.startsWith('-'));
  if (rest.length === 0) return await overview(null, host, early);
  const found = findCommand(words, from);
  if (found.type === 'group') return await overview(found.name, host, early);
  return writeHelp(await found.entry.load(), host, early);
}

async function overview(group: string | null, host: Host, early: EarlyFlags): Promise<number> {
  const entries = group === null ? REGISTRY : entriesOf(group);
  host.stdout.write(
    early.json
      ? `${JSON.stringify((await Promise.all(entries.map((entry) => entry.load()))).map(declaration))}\n`
      : overviewHelp(
          entries.map(({ path }) => path),
          group,
          style(host, early),
        ),
  );
  return EXIT.ok;
}

function writeHelp(command: Command, host: Host, early: EarlyFlags): number {
  host.stdout.write(
    early.json ? `${JSON.stringify(declaration(command))}\n` : commandHelp(command, style(host, early)),
  );
  return EXIT.ok;
}

/** What --help --json prints: the declaration itself. */
function declaration({ run: _run, ...rest }: Command): object {
  return rest;
}

function style(host: Host, early: EarlyFlags): TextStyle {
  return {
    lang: early.lang,
    paint: paintFor(host.stdout, host.env, early.noColor),
    columns: host.stdout.columns,
  };
}
