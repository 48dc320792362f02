import { electionById, readMoment } from '../../silence/index.ts';
import type { ToldWork } from '../case-work/work.ts';
import { badRequest, HttpError } from '../http/http-error.ts';
import { matrixIn } from './attribution.ts';

export interface ToldWords {
  readonly published: string | null;
  readonly statement: string | null;
  readonly election: string | null;
  /** Of times that name none; UTC without. */
  readonly zone: string | null;
  readonly matrix: boolean;
}

/** What a case cannot know, as somebody told it in an address or a body. Throws HttpError 400, 404, 422. */
export function readTold(directory: string, words: ToldWords): ToldWork {
  const { election, zone } = words;
  return {
    published: isoOf('published', words.published, zone),
    statement: isoOf('statement', words.statement, zone),
    election: election === null || election === '' ? null : knownElection(election),
    matrix: words.matrix ? matrixIn(directory) : null,
  };
}

/** Throws HttpError 404 `no-election`. */
export function knownElection(id: string): string {
  if (electionById(id) === null)
    throw new HttpError(404, 'no-election', {
      en: 'No such election is known.',
      fr: 'Aucune élection de ce nom n’est connue.',
    });
  return id;
}

/** Milliseconds since 1970. Throws HttpError 400. */
export function momentOf(name: string, text: string, zone: string | null): number {
  const at = readMoment(text, zone === null || zone === '' ? 'UTC' : zone);
  if (at === null)
    throw badRequest({
      en: `"${name}" is a time as 2017-05-05T20:30, with a zone, or 2017-05-05T20:30+02:00.`,
      fr: `«\u00a0${name}\u00a0» est un moment comme 2017-05-05T20:30, avec un fuseau, ou 2017-05-05T20:30+02:00.`,
    });
  return at;
}

function isoOf(name: string, text: string | null, zone: string | null): string | null {
  return text === null || text === '' ? null : new Date(momentOf(name, text, zone)).toISOString();
}
