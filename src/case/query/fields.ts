import type { WordColumn } from './ast.ts';

/** Fields that look for words in some columns of the text index. */
export const WORD_FIELDS: Readonly<Record<string, readonly WordColumn[]>> = {
  from: ['sender'],
  author: ['sender'],
  to: ['recipients', 'copies'],
  cc: ['copies'],
  subject: ['subject'],
  body: ['body'],
  filename: ['files'],
  in: ['place'],
};

/** Fields that test a fact; `facts.ts` reads their values. */
export const FACT_FIELDS = [
  'after',
  'before',
  'on',
  'larger',
  'smaller',
  'kind',
  'type',
  'role',
  'verdict',
  'reason',
  'failure',
  'has',
  'is',
  'thread',
  'app',
  'lang',
  'touched',
  'topic',
  'personal',
  'tag',
  'review',
  'id',
  'message-id',
  'sha256',
] as const;

export type FactField = (typeof FACT_FIELDS)[number];

/** Whether a field asks for a fact, and not for words. */
export function isFactField(name: string): name is FactField {
  return FACT_FIELDS.some((field) => field === name);
}

/** All fields, in the order of docs/query.md. */
export const FIELDS: readonly string[] = [...Object.keys(WORD_FIELDS), ...FACT_FIELDS];

/** What people of other programs, and of France, write for a field: told when they do. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ...{ sender: 'from', expediteur: 'from', de: 'from', par: 'author' },
  ...{ recipient: 'to', destinataire: 'to', pour: 'to' },
  ...{ title: 'subject', objet: 'subject', sujet: 'subject', titre: 'subject' },
  ...{ text: 'body', content: 'body', corps: 'body', texte: 'body', file: 'filename', fichier: 'filename' },
  ...{ since: 'after', newer: 'after', apres: 'after', depuis: 'after' },
  ...{ until: 'before', older: 'before', avant: 'before', date: 'on', le: 'on' },
  ...{ size: 'larger', taille: 'larger', language: 'lang', langue: 'lang' },
  ...{ label: 'tag', etiquette: 'tag', folder: 'in', dossier: 'in', dans: 'in', hash: 'sha256' },
  ...{ theme: 'topic', raison: 'reason', program: 'app', logiciel: 'app' },
};

/** The field that a name means elsewhere; null where none is known. */
export function otherName(name: string): string | null {
  return Object.hasOwn(OTHER_NAMES, name) ? (OTHER_NAMES[name] ?? null) : null;
}

/** Whether the query language has such a field. */
export function isField(name: string): boolean {
  return Object.hasOwn(WORD_FIELDS, name) || isFactField(name);
}
