import type { Language } from '../../model/text.ts';
import type { Command, Flag } from '../command.ts';
import { GLOBAL_FLAGS } from '../global-flags.ts';
import { GROUPS } from '../groups.ts';
import { completes } from './completes.ts';

/** A completion script for fish. */
export function fishCompletion(commands: readonly Command[], lang: Language): string {
  const lines = ['# fish completion for tamis; made by: tamis completion fish'];
  for (const flag of GLOBAL_FLAGS) lines.push(`complete -c tamis ${flagWords(flag, lang)}`);
  for (const [group, summary] of Object.entries(GROUPS)) {
    if (!commands.some((command) => command.path[0] === group)) continue;
    lines.push(`complete -c tamis -f -n __fish_use_subcommand -a ${group} -d ${quote(summary[lang])}`);
  }
  for (const command of commands) lines.push(...commandLines(command, lang));
  return `${lines.join('\n')}\n`;
}

function commandLines(command: Command, lang: Language): string[] {
  const [first = '', second] = command.path;
  const summary = quote(command.summary[lang]);
  const seen = command.path.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
  const lines =
    second === undefined
      ? [`complete -c tamis -f -n __fish_use_subcommand -a ${first} -d ${summary}`]
      : [
          `complete -c tamis -f -n '__fish_seen_subcommand_from ${first}; and not __fish_seen_subcommand_from ${second}' -a ${second} -d ${summary}`,
        ];
  for (const { values } of command.positionals) {
    if (values !== undefined) lines.push(`complete -c tamis -f -n '${seen}' -a ${quote(values.join(' '))}`);
  }
  for (const flag of command.flags) lines.push(`complete -c tamis -n '${seen}' ${flagWords(flag, lang)}`);
  return lines;
}

function flagWords(flag: Flag, lang: Language): string {
  const names = flag.short === undefined ? `-l ${flag.name}` : `-l ${flag.name} -s ${flag.short}`;
  return `${names} ${valueWords(flag)}-d ${quote(flag.summary[lang])}`;
}

function valueWords(flag: Flag): string {
  if (flag.type === 'boolean') return '';
  const what = completes(flag);
  switch (what.type) {
    case 'values':
      return `-x -a ${quote(what.values.join(' '))} `;
    case 'files':
      return '-r -F ';
    case 'folders':
      return "-x -a '(__fish_complete_directories)' ";
    case 'nothing':
      return '-x ';
  }
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/gu, '\\$&')}'`;
}
