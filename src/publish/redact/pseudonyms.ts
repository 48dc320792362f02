import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { TamisError } from '../../model/index.ts';
import type { PersonalKind } from '../personal/find-spans.ts';

/** Numbers of what was removed, the same for the same value wherever it stands. */
export interface Pseudonyms {
  /** From 1, by kind. */
  number(kind: PersonalKind, plain: string): number;
  /** Keyed hash of a value, hexadecimal: tells two apart without telling either. */
  tag(kind: PersonalKind, plain: string): string;
  /** Keeps what is new; does nothing for a book that is not kept. */
  save(): void;
}

interface Book {
  readonly version: 1;
  /** 32 bytes, hexadecimal. Whoever has it can try all phone numbers: the file is for its owner alone. */
  readonly key: string;
  readonly numbers: Record<string, number>;
}

/** Digits of a tag: enough for every value of a case, and no whole hash to look up. */
const TAG_DIGITS = 24;

/** The book in a file, begun where there is none; of `null`, one that is forgotten. No value is ever in it. */
export function openPseudonyms(
  path: string | null,
  random: (size: number) => Uint8Array = randomBytes,
): Pseudonyms {
  const book = (path === null ? null : readBook(path)) ?? {
    version: 1 as const,
    key: Buffer.from(random(32)).toString('hex'),
    numbers: {},
  };
  const key = Buffer.from(book.key, 'hex');
  const tag = (kind: PersonalKind, plain: string): string =>
    createHmac('sha256', key).update(`${kind}\n${plain}`).digest('hex').slice(0, TAG_DIGITS);
  const last = new Map<string, number>();
  for (const [entry, number] of Object.entries(book.numbers)) {
    const kind = entry.slice(0, entry.indexOf(' '));
    last.set(kind, Math.max(last.get(kind) ?? 0, number));
  }
  return {
    tag,
    number(kind, plain) {
      const entry = `${kind} ${tag(kind, plain)}`;
      const known = book.numbers[entry];
      if (known !== undefined) return known;
      const next = (last.get(kind) ?? 0) + 1;
      last.set(kind, next);
      book.numbers[entry] = next;
      return next;
    },
    save() {
      if (path === null) return;
      writeFileSync(`${path}.new`, `${JSON.stringify(book, null, 1)}\n`, { mode: 0o600 });
      renameSync(`${path}.new`, path);
    },
  };
}

function readBook(path: string): Book | null {
  if (!existsSync(path)) return null;
  try {
    const { version, key, numbers } = JSON.parse(readFileSync(path, 'utf8'));
    if (version === 1 && /^[0-9a-f]{64}$/u.test(key) && typeof numbers === 'object' && numbers !== null)
      return { version, key, numbers };
  } catch (cause) {
    throw new TamisError(
      'bad-pseudonyms',
      {
        en: `${path}: cannot be read; with another book, pseudonyms would change.`,
        fr: `${path}\u00a0: illisible\u202f; avec un autre registre, les pseudonymes changeraient.`,
      },
      { cause },
    );
  }
  throw new TamisError('bad-pseudonyms', {
    en: `${path}: not a book of pseudonyms.`,
    fr: `${path}\u00a0: ce n’est pas un registre de pseudonymes.`,
  });
}
