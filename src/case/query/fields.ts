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

export function isFactField(name: string): name is FactField {
  return FACT_FIELDS.some((field) => field === name);
}

export function isField(name: string): boolean {
  return Object.hasOwn(WORD_FIELDS, name) || isFactField(name);
}
