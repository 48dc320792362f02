import { integer, json, type Row, text, textOrNull } from '../sqlite/row.ts';
import type { ReviewEvent } from './event.ts';

/** An event of the review from its row: the columns have the same names in both stores. */
export function eventOfRow(row: Row): ReviewEvent {
  return {
    number: integer(row, 'number'),
    time: text(row, 'time'),
    author: text(row, 'author'),
    session: text(row, 'session'),
    item: textOrNull(row, 'item'),
    base: integer(row, 'base'),
    action: json(row, 'action'),
    hash: text(row, 'hash'),
  };
}
