import type { Language } from '../../model/text.ts';
import type { Command, Flag } from '../command.ts';
import { GLOBAL_FLAGS } from '../global-flags.ts';
import { GROUPS } from '../groups.ts';
import { completes } from './completes.ts';

/** A completion script for zsh, to be saved as `_tamis` in a folder of $fpath. */
export function zshCompletion(commands: readonly Command[], lang: Language): string {
  const leads = (name: string): boolean => commands.some((c) => c.path[0] === name && c.path.length > 1);
  const single = commands.filter(({ path }) => path.length === 1 && !leads(path[0] ?? ''));
  const groups = Object.keys(GROUPS).filter(leads);
  const offered = [
    ...single.map((command) => describe(command.path[0] ?? '', command.summary[lang])),
    ...groups.map((group) => describe(group, GROUPS[group]?.[lang] ?? '')),
  ];
  return `#compdef tamis
# zsh completion for tamis; made by: tamis completion zsh
_tamis() {
  local -a offered
  if (( CURRENT == 2 )); then
    offered=(
${offered.map((line) => `      ${line}`).join('\n')}
    )
    _describe command offered
    return
  fi
  case "$words[2]" in
${single.map((command) => `    ${command.path[0] ?? ''}) shift words; (( CURRENT-- )); ${argumentsOf(command, lang)} ;;`).join('\n')}
${groups.map((group) => groupCase(group, commands, lang)).join('\n')}
  esac
}
compdef _tamis tamis
`;
}

function groupCase(group: string, commands: readonly Command[], lang: Language): string {
  const members = commands.filter((command) => command.path[0] === group && command.path.length > 1);
  const offered = members.map((command) => describe(command.path[1] ?? '', command.summary[lang])).join(' ');
  const cases = members.map(
    (command) =>
      `        ${command.path[1] ?? ''}) shift 2 words; (( CURRENT -= 2 )); ${argumentsOf(command, lang)} ;;`,
  );
  // A word such as `silence` is a command too: what is none of the others is its own argument.
  const own = commands.find(({ path }) => path.length === 1 && path[0] === group);
  if (own !== undefined) cases.push(`        *) shift words; (( CURRENT-- )); ${argumentsOf(own, lang)} ;;`);
  return `    ${group})
      if (( CURRENT == 3 )) && [[ "$words[3]" != -* ]]; then offered=(${offered}); _describe command offered; return; fi
      case "$words[3]" in
${cases.join('\n')}
      esac ;;`;
}

function argumentsOf(command: Command, lang: Language): string {
  const flags = [...command.flags, ...GLOBAL_FLAGS].flatMap((flag) => flagSpecs(flag, lang));
  const positionals = command.positionals.map((positional) => {
    const action = positional.values === undefined ? '_files' : `(${positional.values.join(' ')})`;
    return quote(`${positional.many === true ? '*' : ''}:${positional.metavar}:${action}`);
  });
  return ['_arguments', ...flags, ...positionals].join(' ');
}

function flagSpecs(flag: Flag, lang: Language): string[] {
  const repeat = flag.type === 'strings' ? '*' : '';
  const names = flag.short === undefined ? [`--${flag.name}`] : [`--${flag.name}`, `-${flag.short}`];
  const summary = flag.summary[lang].replace(/[[\]\\:]/gu, '\\$&');
  return names.map((name) => quote(`${repeat}${name}[${summary}]${valueSpec(flag)}`));
}

function valueSpec(flag: Flag): string {
  if (flag.type === 'boolean') return '';
  const what = completes(flag);
  const action = {
    values: `(${what.values.join(' ')})`,
    files: '_files',
    folders: '_files -/',
    nothing: ' ',
  }[what.type];
  return `:${flag.metavar ?? flag.name}:${action}`;
}

function describe(name: string, summary: string): string {
  return quote(`${name}:${summary.replace(/[\\:]/gu, '\\$&')}`);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
