/**
 * The terms of the command line. One declaration per command feeds the parser, --help, the shell
 * completions and docs/cli.md, so none of them can say something the others do not.
 */
import type { Language, Text } from '../model/text.ts';
import type { Host } from './host.ts';
import type { Paint } from './terminal/paint.ts';

interface FlagBase {
  /** Long name without the dashes, kebab-case. */
  readonly name: string;
  /** One letter. */
  readonly short?: string;
  readonly summary: Text;
  /** Word for the value in the help. `FILE`, `PATH` and `DIR` also tell the shell what to complete. */
  readonly metavar?: string;
}

export type Flag =
  | (FlagBase & { readonly type: 'boolean' })
  | (FlagBase & { readonly type: 'string'; readonly default?: string })
  /** Repeatable; also takes several values in a row once the required arguments are there. */
  | (FlagBase & { readonly type: 'strings' })
  | (FlagBase & {
      readonly type: 'number';
      /** May have a fraction; otherwise only whole numbers are taken. */
      readonly fraction?: true;
      readonly default?: number;
      readonly min?: number;
      readonly max?: number;
    })
  /** A count of bytes, with K, M, G or T in powers of 1024. */
  | (FlagBase & { readonly type: 'bytes'; readonly default?: number })
  | (FlagBase & { readonly type: 'enum'; readonly values: readonly string[]; readonly default?: string });

export interface Positional {
  readonly name: string;
  readonly metavar: string;
  readonly required: boolean;
  /** Takes all the rest; only the last one may. */
  readonly many?: boolean;
  /**
   * Words that begin with one dash belong to it (`-from:bob` in a query). Short flags then stand
   * alone: `-c DIR`, not `-cDIR`.
   */
  readonly dashes?: boolean;
  /** The only words allowed. */
  readonly values?: readonly string[];
  readonly summary: Text;
}

type OrAbsent<F, V> = F extends { readonly default: string | number } ? V : V | undefined;

type FlagValue<F extends Flag> = F extends { readonly type: 'boolean' }
  ? boolean
  : F extends { readonly type: 'strings' }
    ? readonly string[]
    : F extends { readonly type: 'enum'; readonly values: readonly (infer V)[] }
      ? OrAbsent<F, V>
      : F extends { readonly type: 'number' | 'bytes' }
        ? OrAbsent<F, number>
        : OrAbsent<F, string>;

type PositionalWord<P> = P extends { readonly values: readonly (infer V)[] } ? V : string;

type PositionalValue<P extends Positional> = P extends { readonly many: true }
  ? readonly PositionalWord<P>[]
  : P extends { readonly required: true }
    ? PositionalWord<P>
    : PositionalWord<P> | undefined;

export type FlagValues<Fs extends readonly Flag[]> = {
  readonly [F in Fs[number] as F['name']]: FlagValue<F>;
};

export type PositionalValues<Ps extends readonly Positional[]> = {
  readonly [P in Ps[number] as P['name']]: PositionalValue<P>;
};

export interface CommandContext<
  Fs extends readonly Flag[] = readonly Flag[],
  Ps extends readonly Positional[] = readonly Positional[],
> extends Host {
  readonly flags: FlagValues<Fs>;
  readonly args: PositionalValues<Ps>;
  /** --json was given: stdout carries JSON only. */
  readonly json: boolean;
  readonly lang: Language;
  /** Colours for stdout; does nothing where colours are not wanted. */
  readonly paint: Paint;
  /** Every command there is, for completion. */
  readonly commands: () => Promise<readonly Command[]>;
  /** Colours for stderr. */
  readonly paintErr: Paint;
}

/** As the parser hands it over, before the declaration gives it types. */
export interface UntypedContext extends Omit<CommandContext, 'flags' | 'args'> {
  readonly flags: Readonly<Record<string, ArgumentValue>>;
  readonly args: Readonly<Record<string, ArgumentValue>>;
}

export type ArgumentValue = string | number | boolean | readonly string[] | undefined;

export interface Example {
  /** What is typed, beginning with `tamis`. */
  readonly line: string;
  readonly summary: Text;
}

export interface CommandDeclaration {
  /** `['keys', 'import']` is typed `tamis keys import`. */
  readonly path: readonly string[];
  /** One line, no final stop. */
  readonly summary: Text;
  /** Paragraphs, separated by empty lines. */
  readonly description?: Text;
  readonly positionals: readonly Positional[];
  readonly flags: readonly Flag[];
  readonly examples?: readonly Example[];
}

export interface Command extends CommandDeclaration {
  /** Returns the exit code. Throws TamisError for what the user can act on. */
  readonly run: (context: UntypedContext) => Promise<number>;
}

interface CommandSpec<Fs extends readonly Flag[], Ps extends readonly Positional[]>
  extends CommandDeclaration {
  readonly positionals: Ps;
  readonly flags: Fs;
  readonly run: (context: CommandContext<Fs, Ps>) => Promise<number>;
}

/** Declares a command; the types of `flags` and `args` in `run` follow from the declaration. */
export function defineCommand<const Fs extends readonly Flag[], const Ps extends readonly Positional[]>(
  spec: CommandSpec<Fs, Ps>,
): Command {
  // The parser makes the values from this very declaration, so the narrower type holds by construction.
  return { ...spec, run: (context) => spec.run(context as unknown as CommandContext<Fs, Ps>) };
}
