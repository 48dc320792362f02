import type { Language, Text } from '../model/text.ts';
import type { CommandDeclaration, Flag, Positional } from './command.ts';
import { GLOBAL_FLAGS } from './global-flags.ts';
import { SUMMARIES } from './summaries.ts';
import type { TextStyle } from './terminal/text-style.ts';
import { wrap } from './terminal/wrap.ts';

const TITLES = {
  usage: { en: 'Usage', fr: 'Usage' },
  commands: { en: 'Commands', fr: 'Commandes' },
  arguments: { en: 'Arguments', fr: 'Arguments' },
  flags: { en: 'Flags', fr: 'Options' },
  everywhere: { en: 'Everywhere', fr: 'Partout' },
  examples: { en: 'Examples', fr: 'Exemples' },
  command: { en: 'COMMAND', fr: 'COMMANDE' },
  flagsWord: { en: '[FLAGS]', fr: '[OPTIONS]' },
  default: { en: 'default', fr: 'par défaut' },
  more: {
    en: 'tamis help COMMAND tells more of one command.',
    fr: 'tamis help COMMANDE en dit plus sur une commande.',
  },
  about: {
    en: 'Sift a leak: what is in it, what is authentic, and why.',
    fr: 'Passer une fuite au tamis\u00a0: ce qu’elle contient, ce qui est authentique, et pourquoi.',
  },
} as const satisfies Record<string, Text>;

/** Help of the whole, or of a group such as `keys`: one line per command, given by its path. */
export function overviewHelp(paths: readonly string[], group: string | null, style: TextStyle): string {
  const prefix = group === null ? 'tamis' : `tamis ${group}`;
  const lines = group === null ? [TITLES.about[style.lang], ''] : [];
  lines.push(
    heading(TITLES.usage, style),
    `  ${prefix} ${TITLES.command[style.lang]} ${TITLES.flagsWord[style.lang]}`,
    '',
  );
  lines.push(heading(TITLES.commands, style));
  lines.push(
    ...rows(
      paths.map((path) => [path, SUMMARIES[path]?.[style.lang] ?? '']),
      style,
    ),
    '',
  );
  lines.push(...flagSection(TITLES.everywhere, GLOBAL_FLAGS, style), TITLES.more[style.lang]);
  return `${lines.join('\n')}\n`;
}

/** Help of one command. */
export function commandHelp(command: CommandDeclaration, style: TextStyle): string {
  const { lang } = style;
  const name = `tamis ${command.path.join(' ')}`;
  const [title = '', ...more] = wrap(`${name} — ${command.summary[lang]}`, style.columns);
  const lines = [`${style.paint('bold', name)}${title.slice(name.length)}`, ...more, ''];
  lines.push(heading(TITLES.usage, style), `  ${usageLine(command, lang)}`, '');
  for (const paragraph of command.description?.[lang].split('\n\n') ?? []) {
    lines.push(...wrap(paragraph, style.columns), '');
  }
  if (command.positionals.length > 0) {
    const described = command.positionals.map((p): [string, string] => [p.metavar, p.summary[lang]]);
    lines.push(heading(TITLES.arguments, style), ...rows(described, style), '');
  }
  if (command.flags.length > 0) lines.push(...flagSection(TITLES.flags, command.flags, style));
  lines.push(...flagSection(TITLES.everywhere, GLOBAL_FLAGS, style));
  if (command.examples !== undefined) {
    lines.push(heading(TITLES.examples, style));
    for (const example of command.examples) lines.push(`  ${example.line}`, `      ${example.summary[lang]}`);
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** A command with its arguments on one line. */
export function usageLine(command: CommandDeclaration, lang: Language): string {
  return ['tamis', ...command.path, ...command.positionals.map(shape), TITLES.flagsWord[lang]].join(' ');
}

/** `--case DIR`, with the short form before it. */
function flagSignature(flag: Flag): string {
  const long = flag.type === 'boolean' ? `--${flag.name}` : `--${flag.name} ${valueWord(flag)}`;
  return flag.short === undefined ? `    ${long}` : `-${flag.short}, ${long}`;
}

/** The summary with the values one may give and the default. */
export function flagSummary(flag: Flag, lang: Language): string {
  const values = flag.type === 'enum' ? ` (${flag.values.join(', ')})` : '';
  const given = 'default' in flag && flag.default !== undefined ? flag.default : null;
  const space = lang === 'fr' ? '\u00a0' : '';
  const shown = given === null ? '' : ` [${TITLES.default[lang]}${space}: ${showDefault(flag, given)}]`;
  return `${flag.summary[lang]}${values}${shown}`;
}

function showDefault(flag: Flag, value: string | number): string {
  if (flag.type !== 'bytes' || typeof value !== 'number' || value === 0) return String(value);
  const power = Math.min(4, Math.floor(Math.log2(value) / 10));
  const scaled = value / 1024 ** power;
  return Number.isInteger(scaled) ? `${scaled}${['', 'K', 'M', 'G', 'T'][power] ?? ''}` : String(value);
}

function valueWord(flag: Flag): string {
  const word = flag.metavar ?? flag.name.toUpperCase();
  return flag.type === 'strings' ? `${word}...` : word;
}

function shape(positional: Positional): string {
  const word = positional.many === true ? `${positional.metavar}...` : positional.metavar;
  return positional.required ? word : `[${word}]`;
}

function flagSection(title: Text, flags: readonly Flag[], style: TextStyle): string[] {
  const described = flags.map((flag): [string, string] => [
    flagSignature(flag),
    flagSummary(flag, style.lang),
  ]);
  return [heading(title, style), ...rows(described, style), ''];
}

function heading(title: Text, style: TextStyle): string {
  return style.paint('bold', title[style.lang]);
}

/** Two columns; the second is wrapped to the width. */
function rows(pairs: readonly (readonly [string, string])[], style: TextStyle): string[] {
  const left = Math.min(30, Math.max(...pairs.map(([name]) => name.length)));
  const indent = ' '.repeat(left + 4);
  return pairs.flatMap(([name, summary]) => {
    const [first = '', ...rest] = wrap(summary, Math.max(30, style.columns - indent.length));
    const head =
      name.length > left ? [`  ${name}`, `${indent}${first}`] : [`  ${name.padEnd(left)}  ${first}`];
    return [...head, ...rest.map((line) => `${indent}${line}`)];
  });
}
