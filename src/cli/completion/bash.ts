import type { Language } from '../../model/text.ts';
import type { Command, Flag } from '../command.ts';
import { GLOBAL_FLAGS } from '../global-flags.ts';
import { completes } from './completes.ts';

/** A completion script for bash 3.2 and later, without the bash-completion package. */
export function bashCompletion(commands: readonly Command[], _lang: Language): string {
  const groups = new Map(groupsOf(commands));
  // A word such as `silence` is a command and leads to others: its case offers both.
  const cases = commands.map((command) => {
    const name = command.path.join(' ');
    return `    '${name}') words=${quote([...(groups.get(name) ?? []), ...offered(command)])} ;;`;
  });
  const names = new Set(commands.map((command) => command.path.join(' ')));
  const groupCases = [...groups]
    .filter(([name]) => !names.has(name))
    .map(([name, words]) => `    '${name}') words=${quote(words)} ;;`);
  const first = [...new Set(commands.map((command) => command.path[0] ?? '')), 'help'];
  return `# bash completion for tamis; made by: tamis completion bash
_tamis() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local command='' words='' word i
  for (( i = 1; i < COMP_CWORD; i++ )); do
    word="\${COMP_WORDS[i]}"
    case "$command $word" in
${prefixes(commands)}
      *) ;;
    esac
  done
  case "$command $previous" in
${valueCases(commands).join('\n')}
  esac
  case "$command" in
    '') words=${quote([...first, ...GLOBAL_FLAGS.map((flag) => `--${flag.name}`)])} ;;
${[...groupCases, ...cases].join('\n')}
  esac
  COMPREPLY=( $(compgen -W "$words" -- "$current") )
  if [ \${#COMPREPLY[@]} -eq 0 ] && [ "\${current#-}" = "$current" ]; then
    COMPREPLY=( $(compgen -f -- "$current") )
  fi
}
complete -o filenames -F _tamis tamis ./tamis
`;
}

function offered(command: Command): string[] {
  const words = command.positionals.flatMap((positional) => positional.values ?? []);
  return [...words, ...[...command.flags, ...GLOBAL_FLAGS].map((flag) => `--${flag.name}`)];
}

function groupsOf(commands: readonly Command[]): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const { path } of commands) {
    const [first = '', second] = path;
    if (second !== undefined) groups.set(first, [...(groups.get(first) ?? []), second]);
  }
  return [...groups];
}

/** Lines that walk from word to word to the command being typed. */
function prefixes(commands: readonly Command[]): string {
  const steps = new Set<string>();
  for (const { path } of commands) {
    steps.add(`      ' ${path[0] ?? ''}') command='${path[0] ?? ''}' ;;`);
    if (path.length > 1) steps.add(`      '${path.join(' ')}') command='${path.join(' ')}' ;;`);
  }
  return [...steps].join('\n');
}

/** After a flag that takes a value, offer only what the value may be: by command, for names are used twice. */
function valueCases(commands: readonly Command[]): string[] {
  const own = commands.flatMap(({ path, flags }) => flags.map((flag) => valueCase(path.join(' '), flag)));
  const everywhere = GLOBAL_FLAGS.map((flag) => valueCase(null, flag));
  return [...own, ...everywhere].filter((line) => line !== null);
}

function valueCase(command: string | null, flag: Flag): string | null {
  if (flag.type === 'boolean') return null;
  const what = completes(flag);
  const offer = {
    values: `-W ${quote(what.values)}`,
    files: '-f',
    folders: '-d',
    nothing: "-W ''",
  }[what.type];
  const names = flag.short === undefined ? [`--${flag.name}`] : [`--${flag.name}`, `-${flag.short}`];
  const patterns = names.map((name) => (command === null ? `*' ${name}'` : `'${command} ${name}'`));
  return `    ${patterns.join('|')}) COMPREPLY=( $(compgen ${offer} -- "$current") ); return ;;`;
}

function quote(words: readonly string[]): string {
  return `'${words.join(' ')}'`;
}
