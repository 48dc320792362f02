import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { guessLanguage } from '../../attribution/index.ts';
import { findCase, openCase } from '../../case/open.ts';
import type { CaseStore } from '../../case/store.ts';
import { TamisError } from '../../model/index.ts';
import { LANGUAGES, type Language } from '../../model/text.ts';
import {
  type Draft,
  type GateContext,
  nearElection,
  noteOf,
  readDraft,
  type SilenceContext,
} from '../../publish/index.ts';
import type { Audience, Election } from '../../silence/index.ts';
import { CASE_FLAGS, type CaseFlags } from '../case-flag.ts';
import type { Flag, Positional } from '../command.ts';
import { ELECTION_FLAG, electionOfFlag } from '../election-flag.ts';
import type { Host } from '../host.ts';
import { SILENCE_FLAGS, type SilenceFlagValues, silenceQuestion, timeOf } from '../silence-flags.ts';
import { withCase } from '../with-case.ts';
import { noteBeside } from './note-file.ts';

export const DRAFT_ARGUMENT = {
  name: 'draft',
  metavar: 'DRAFT',
  required: true,
  summary: { en: 'Markdown, docx, HTML or plain text', fr: 'Markdown, docx, HTML ou texte brut' },
} as const satisfies Positional;

/** The flags of every command that takes a draft through the gates. */
export const GATE_FLAGS = [
  ...CASE_FLAGS,
  {
    name: 'names',
    type: 'string',
    metavar: 'FILE',
    summary: {
      en: 'names that must not appear, one a line, other spellings behind |',
      fr: 'noms à ne pas citer, un par ligne, autres graphies après |',
    },
  },
  {
    ...ELECTION_FLAG,
    summary: {
      en: 'the election whose silence counts, as tamis silence takes it (default: the next on record within 30 days)',
      fr: 'l’élection dont le silence compte, comme pour tamis silence (par défaut\u00a0: la prochaine répertoriée à 30 jours)',
    },
  },
  ...SILENCE_FLAGS,
  {
    name: 'text-lang',
    type: 'enum',
    values: LANGUAGES,
    metavar: 'LANG',
    summary: {
      en: 'language of the draft (default: told by its words)',
      fr: 'langue de l’article (par défaut\u00a0: selon ses mots)',
    },
  },
  {
    name: 'skip-pictures',
    type: 'boolean',
    summary: { en: 'do not read the words in pictures (OCR)', fr: 'ne pas lire les mots des images (OCR)' },
  },
] as const satisfies readonly Flag[];

export interface GateFlagValues extends SilenceFlagValues {
  readonly case: string | undefined;
  readonly names: string | undefined;
  readonly election: string | undefined;
  readonly 'text-lang': Language | undefined;
  readonly 'skip-pictures': boolean;
}

/** A draft is pages long; what is larger is a dump given by mistake. */
const LARGEST_DRAFT = 64 * 2 ** 20;

/** The draft of a file. Throws `no-such-path`, `too-large`. */
export function draftOf(path: string): Draft {
  return readDraft(bytesOfFile(path), path);
}

/** A file that a flag names. Throws `no-such-path`, `too-large`. */
export function bytesOfFile(path: string): Uint8Array {
  try {
    if (statSync(path).size <= LARGEST_DRAFT) return readFileSync(path);
  } catch (cause) {
    throw new TamisError(
      'no-such-path',
      { en: `${path}: cannot be read`, fr: `${path}\u00a0: illisible` },
      { cause },
    );
  }
  throw new TamisError('too-large', { en: `${path}: larger than 64 MB`, fr: `${path}\u00a0: plus de 64 Mo` });
}

/** What the flags give the gates. Throws for a file, an election, a time or a territory that is not. */
export function gateContext(
  host: Host & { readonly lang: Language },
  file: string,
  flags: GateFlagValues,
  store: CaseStore | null,
): GateContext {
  const path = resolve(host.cwd, file);
  const draft = draftOf(path);
  return {
    draft,
    lang: flags['text-lang'] ?? guessLanguage(draft.text),
    note: { ...noteOf(draft.frontMatter), ...noteBeside(path) },
    store,
    silence: silenceOf(flags, host),
    names: flags.names === undefined ? [] : linesOf(resolve(host.cwd, flags.names)),
    picture: (name) => pictureBeside(path, name),
    ocr: !flags['skip-pictures'],
  };
}

/** Its lines. Throws as `bytesOfFile`. */
export function linesOf(path: string): readonly string[] {
  return Buffer.from(bytesOfFile(path)).toString('utf8').split(/\r?\n/u);
}

/** A picture the draft names by a path; an address is not fetched. */
function pictureBeside(draft: string, name: string): Uint8Array | null {
  if (/^[a-z][a-z0-9+.-]{1,20}:/iu.test(name) || name.startsWith('//')) return null;
  try {
    return bytesOfFile(resolve(dirname(draft), decodeURIComponent(name.replace(/[?#].*$/u, ''))));
  } catch {
    return null;
  }
}

function silenceOf(flags: GateFlagValues, host: Host): SilenceContext | null {
  const election = electionOf(flags, host);
  if (election === null) return null;
  const { at, territories, audience } = silenceQuestion(election, flags, host.now());
  const speaker: Audience = audience ?? 'press';
  return { election, at, audience: speaker, ...(territories === undefined ? {} : { territories }) };
}

function electionOf(flags: GateFlagValues, { cwd, now }: Host): Election | null {
  return flags.election === undefined
    ? nearElection(timeOf(flags.at, flags.zone, now()))
    : electionOfFlag(flags.election, cwd);
}

/** The case a draft is held against: the one named, or the only one here; null where there is none. */
function caseForDraft(flag: string | undefined, cwd: string): string | null {
  if (flag !== undefined) return resolve(cwd, flag);
  try {
    return resolve(cwd, findCase(cwd));
  } catch (error) {
    if (error instanceof TamisError && error.code === 'no-case') return null;
    throw error;
  }
}

/** Opens it to be read, and closes it whatever happens; without a case, works without. */
export async function withCaseIfAny<T>(
  host: Host,
  flags: CaseFlags,
  work: (store: CaseStore | null) => Promise<T>,
): Promise<T> {
  if (flags.db !== undefined) return withCase(host, flags, work);
  const directory = caseForDraft(flags.case, host.cwd);
  if (directory === null) return work(null);
  const store = openCase(directory, { now: host.now, readOnly: true });
  try {
    return await work(store);
  } finally {
    store.close();
  }
}
