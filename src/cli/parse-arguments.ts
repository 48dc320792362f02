import type { ArgumentValue, CommandDeclaration, Flag, Positional } from './command.ts';
import { didYouMean } from './did-you-mean.ts';
import { readFlagValue } from './flag-value.ts';
import { GLOBAL_FLAGS } from './global-flags.ts';
import { UsageError } from './usage-error.ts';

export interface ParsedArguments {
  /** Every declared flag and every global one, with its value, its default, or undefined. */
  readonly flags: Readonly<Record<string, ArgumentValue>>;
  readonly args: Readonly<Record<string, ArgumentValue>>;
}

export interface Typed {
  readonly word: string;
  /** Index in the line as typed, for pointing at it. */
  readonly at: number;
}

/**
 * Reads what was typed after the command by its declaration; `end` is the number of words of the whole line.
 * Long flags: `--name value` or `--name=value`; short ones: `-c value`, `-cvalue`, `-ab`; `--` ends flags.
 * Throws UsageError that points at the word at fault.
 */
export function parseArguments(
  command: CommandDeclaration,
  typed: readonly Typed[],
  end: number,
): ParsedArguments {
  const reading = new Reading(command, typed);
  while (!reading.done()) reading.step();
  return { flags: reading.flagValues(), args: assign(command.positionals, reading.positionals, end) };
}

class Reading {
  readonly positionals: Typed[] = [];
  readonly #flags: readonly Flag[];
  readonly #dashes: boolean;
  readonly #required: number;
  readonly #typed: readonly Typed[];
  readonly #seen = new Map<string, ArgumentValue>();
  #next = 0;
  #flagsEnded = false;

  constructor(command: CommandDeclaration, typed: readonly Typed[]) {
    this.#flags = [...command.flags, ...GLOBAL_FLAGS];
    this.#dashes = command.positionals.some((positional) => positional.dashes === true);
    const required = command.positionals.filter((positional) => positional.required).length;
    // Where the arguments may be left out, one of them still shows that the next words are not they.
    this.#required = Math.max(required, Math.min(1, command.positionals.length));
    this.#typed = typed;
  }

  done(): boolean {
    return this.#next >= this.#typed.length;
  }

  step(): void {
    const current = this.#typed[this.#next];
    if (current === undefined) return;
    const { word, at } = current;
    this.#next += 1;
    if (this.#flagsEnded || word === '-' || !word.startsWith('-')) this.positionals.push(current);
    else if (word === '--') this.#flagsEnded = true;
    else if (word.startsWith('--')) this.#long(word, at);
    else this.#short(word, at);
  }

  flagValues(): Record<string, ArgumentValue> {
    const values: Record<string, ArgumentValue> = {};
    for (const flag of this.#flags) values[flag.name] = this.#seen.get(flag.name) ?? absent(flag);
    return values;
  }

  #long(word: string, at: number): void {
    const equals = word.indexOf('=');
    const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
    const flag = this.#flags.find((candidate) => candidate.name === name);
    if (flag === undefined) throw unknownFlag(`--${name}`, this.#flags, at);
    this.#take(flag, equals < 0 ? null : word.slice(equals + 1), at);
  }

  #short(word: string, at: number): void {
    for (let i = 1; i < word.length; i += 1) {
      const letter = word.charAt(i);
      const flag = this.#flags.find((candidate) => candidate.short === letter);
      if (this.#dashes && (word.length > 2 || flag === undefined)) {
        this.positionals.push({ word, at });
        return;
      }
      if (flag === undefined) throw unknownFlag(`-${letter}`, this.#flags, at);
      if (flag.type !== 'boolean') {
        const rest = word.slice(i + 1);
        this.#take(flag, rest === '' ? null : rest.replace(/^=/u, ''), at);
        return;
      }
      this.#take(flag, null, at);
    }
  }

  #take(flag: Flag, attached: string | null, at: number): void {
    if (flag.type === 'boolean') {
      if (attached !== null) throw unwantedValue(flag, at);
      this.#seen.set(flag.name, true);
      return;
    }
    const before = this.#seen.get(flag.name);
    if (flag.type === 'strings') {
      const values = attached === null ? this.#several(flag, at) : [attached];
      this.#seen.set(flag.name, [...(Array.isArray(before) ? before : []), ...values]);
      return;
    }
    if (before !== undefined) throw twice(flag, at);
    const valueAt = attached === null ? (this.#typed[this.#next]?.at ?? at) : at;
    this.#seen.set(flag.name, readFlagValue(flag, attached ?? this.#one(flag, at), valueAt));
  }

  /**
   * `sift DUMP --keys A B` means both files, as the usage line says; before the required arguments
   * `sift --keys A DUMP` can only mean one.
   */
  #several(flag: Flag, at: number): string[] {
    const values = [this.#one(flag, at)];
    while (this.positionals.length >= this.#required && this.#valueFollows(flag))
      values.push(this.#one(flag, at));
    return values;
  }

  #one(flag: Flag, at: number): string {
    if (!this.#valueFollows(flag)) throw missingValue(flag, at);
    const value = this.#typed[this.#next]?.word ?? '';
    this.#next += 1;
    return value;
  }

  #valueFollows(flag: Flag): boolean {
    const word = this.#typed[this.#next]?.word;
    if (word === undefined) return false;
    return word === '-' || !word.startsWith('-') || (flag.type === 'number' && /^-\d/u.test(word));
  }
}

function absent(flag: Flag): ArgumentValue {
  if (flag.type === 'boolean') return false;
  return flag.type === 'strings' ? [] : flag.default;
}

function assign(
  positionals: readonly Positional[],
  typed: readonly Typed[],
  end: number,
): Record<string, ArgumentValue> {
  const values: Record<string, ArgumentValue> = {};
  let next = 0;
  for (const positional of positionals) {
    const first = typed[next];
    if (first === undefined && positional.required) throw missingArgument(positional, end);
    for (const entry of typed.slice(next, positional.many === true ? undefined : next + 1)) {
      if (positional.values?.includes(entry.word) === false) throw notOneOf(positional, entry);
    }
    if (positional.many === true) {
      values[positional.name] = typed.slice(next).map((entry) => entry.word);
      next = typed.length;
    } else {
      values[positional.name] = first?.word;
      next += 1;
    }
  }
  const surplus = typed[next];
  if (surplus !== undefined) throw unexpected(surplus);
  return values;
}

function unknownFlag(shown: string, flags: readonly Flag[], at: number): UsageError {
  const near = didYouMean(
    shown.slice(2),
    flags.map((flag) => flag.name),
  );
  const hint = near !== null && shown.startsWith('--') ? near : null;
  return new UsageError(
    {
      en: `unknown flag ${shown}.${hint === null ? '' : ` Did you mean --${hint}?`}`,
      fr: `option inconnue ${shown}.${hint === null ? '' : ` Vouliez-vous dire --${hint}\u202f?`}`,
    },
    at,
  );
}

function unwantedValue(flag: Flag, at: number): UsageError {
  return new UsageError(
    { en: `--${flag.name} takes no value.`, fr: `--${flag.name} ne prend pas de valeur.` },
    at,
  );
}

function missingValue(flag: Flag, at: number): UsageError {
  return new UsageError(
    {
      en: `--${flag.name} needs a value (one that begins with a dash is written --${flag.name}=VALUE).`,
      fr: `--${flag.name} demande une valeur (si elle commence par un tiret\u00a0: --${flag.name}=VALEUR).`,
    },
    at,
  );
}

function twice(flag: Flag, at: number): UsageError {
  return new UsageError(
    { en: `--${flag.name} is given twice.`, fr: `--${flag.name} est donné deux fois.` },
    at,
  );
}

function missingArgument(positional: Positional, at: number): UsageError {
  return new UsageError(
    {
      en: `${positional.metavar} is missing: ${positional.summary.en}.`,
      fr: `il manque ${positional.metavar}\u00a0: ${positional.summary.fr}.`,
    },
    at,
  );
}

function notOneOf(positional: Positional, typed: Typed): UsageError {
  const near = didYouMean(typed.word, positional.values ?? []);
  const all = (positional.values ?? []).join(', ');
  return new UsageError(
    {
      en: `${positional.metavar} is one of: ${all}.${near === null ? '' : ` Did you mean ${near}?`}`,
      fr: `${positional.metavar} est l’un de\u00a0: ${all}.${near === null ? '' : ` Vouliez-vous dire ${near}\u202f?`}`,
    },
    typed.at,
  );
}

function unexpected(typed: Typed): UsageError {
  return new UsageError({ en: 'one word too many.', fr: 'un mot de trop.' }, typed.at);
}
