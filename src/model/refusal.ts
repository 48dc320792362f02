import { TamisError } from './error.ts';
import type { Text } from './text.ts';

/** What the system says when it refuses a file, by its code: nothing of Tamis's, and something the user can mend. */
export const REFUSALS: Readonly<Record<string, Text>> = {
  EACCES: { en: 'the system does not permit this', fr: 'le système ne le permet pas' },
  EPERM: { en: 'the system does not permit this', fr: 'le système ne le permet pas' },
  EROFS: { en: 'the disk cannot be written', fr: 'le disque est en lecture seule' },
  ENOENT: { en: 'there is no such file or folder', fr: 'aucun fichier ni dossier de ce nom' },
  ENOTDIR: { en: 'a folder is wanted here', fr: 'il faut un dossier ici' },
  EISDIR: { en: 'this is a folder', fr: 'c’est un dossier' },
  ENOSPC: { en: 'the disk is full', fr: 'le disque est plein' },
  EDQUOT: {
    en: 'the space allowed on this disk is used up',
    fr: 'la place permise sur ce disque est épuisée',
  },
  EIO: { en: 'the disk gives an error', fr: 'le disque signale une erreur' },
  ENAMETOOLONG: { en: 'the name is too long', fr: 'le nom est trop long' },
};

/** Null for an error that is no refusal of the system. */
export function refusalOf(error: unknown): Text | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return REFUSALS[String(error.code)] ?? null;
}

/** The error to throw for a file that cannot be read: which, and why, as far as the system says. */
export function unreadableFile(code: string, path: string, cause: unknown): TamisError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const { en, fr } = refusalOf(cause) ?? { en: why, fr: why };
  const text = { en: `${path} cannot be read: ${en}`, fr: `${path} ne peut pas être lu\u00a0: ${fr}` };
  return new TamisError(code, text, { cause });
}
