import type { Command, Flag } from './command.ts';
import { GLOBAL_FLAGS } from './global-flags.ts';
import { flagSummary, usageLine } from './help.ts';

/** docs/cli.md, from the declarations. Written by scripts/generate-cli-docs.ts; a test holds the two together. */
export function cliDocs(commands: readonly Command[]): string {
  const lines = [
    '# The command line',
    '',
    'Made by `node scripts/generate-cli-docs.ts` from the declarations in `src/cli/commands`; do not edit.',
    'The same declarations feed the parser, `--help` and `tamis completion`.',
    '',
    'Exit codes: 0 done; 1 an error told in one line (with `--json` also as `{"error":{"code","message"}}` on',
    'standard output); 2 the command line itself is wrong; 70 a fault of Tamis; 130 ended by Ctrl-C.',
    '',
    'A flag of several values (`--keys FILE...`) may be repeated, and takes several in a row once the required',
    'arguments are there.',
    '',
    '| command | |',
    '| --- | --- |',
    ...commands.map((command) => {
      const name = command.path.join(' ');
      return `| [\`${name}\`](#tamis-${command.path.join('-')}) | ${cell(command.summary.en)} |`;
    }),
    '',
    '## On every command',
    '',
    ...flagTable(GLOBAL_FLAGS),
  ];
  for (const command of commands) lines.push(...commandSection(command));
  return `${lines.join('\n').trimEnd()}\n`;
}

function commandSection(command: Command): string[] {
  const lines = [
    `## tamis ${command.path.join(' ')}`,
    '',
    `${command.summary.en}.`,
    '',
    '```',
    usageLine(command, 'en'),
    '```',
    '',
  ];
  if (command.description !== undefined) lines.push(command.description.en, '');
  for (const positional of command.positionals)
    lines.push(`- \`${positional.metavar}\`: ${positional.summary.en}`);
  if (command.positionals.length > 0) lines.push('');
  if (command.flags.length > 0) lines.push(...flagTable(command.flags));
  for (const example of command.examples ?? [])
    lines.push('```', example.line, '```', '', example.summary.en, '');
  return lines;
}

function flagTable(flags: readonly Flag[]): string[] {
  const rows = flags.map((flag) => {
    const short = flag.short === undefined ? '' : `\`-${flag.short}\`, `;
    const value =
      flag.type === 'boolean'
        ? ''
        : ` ${flag.metavar ?? flag.name.toUpperCase()}${flag.type === 'strings' ? '...' : ''}`;
    return `| ${short}\`--${flag.name}${value}\` | ${cell(flagSummary(flag, 'en'))} |`;
  });
  return ['| flag | |', '| --- | --- |', ...rows, ''];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
