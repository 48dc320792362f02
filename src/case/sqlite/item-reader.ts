import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Failure, ItemRole, Judgement, MessageFacts, OcrText } from '../../model/index.ts';
import { ID_LENGTH, itemId, LONG_ID_LENGTH } from '../item-id.ts';
import { mailboxText } from '../mailbox-text.ts';
import { unpackHabits } from '../packed-habits.ts';
import type { StoredDetails, StoredLinks, StoredPeople, StoredTrace } from '../prepare.ts';
import { signaturesFromJson } from '../signature-json.ts';
import type { SearchHit, StoredItem } from '../store.ts';
import { toContent, toNearDuplicate } from './contents.ts';
import { toDecoyMatch } from './decoy-marks.ts';
import { integer, json, jsonOr, type Row, text, textOrNull, word } from './row.ts';

/** Fewer characters of an id than this are a slip, not a wish. */
const SHORTEST_ID = 4;

/** Bytes of a text that is read together with others (`ItemReading.textsOf`). */
export const LONGEST_TOGETHER = 65_536;

const HIT = `
  SELECT i.row, i.id, i.kind, i.type, i.path, i.name, i.sha256, i.size, i.status, i.failure, i.failure_detail,
    i.date, m.message_id, m.subject, m.people, t.thread, d.of_id, j.verdict, j.reasons
  FROM items i
  LEFT JOIN messages m ON m.row = i.row
  LEFT JOIN threads t ON t.row = i.row
  LEFT JOIN duplicates d ON d.row = i.row
  LEFT JOIN judgements j ON j.row = i.row`;

const ITEM = `
  SELECT i.*, m.row AS message, m.message_id, m.subject, m.canonical, m.mih, m.rebuilt, m.list, m.people, m.links,
    s.json AS signatures, h.json AS traces, x.text, e.json AS details, o.json AS ocr, t.thread, d.of_id, j.verdict, j.reasons,
    c.row AS content, c.language AS content_language, c.topics, c.personal, c.sketch, n.cluster, n.similarity, q.decoy, q.likeness, q.share
  FROM items i
  LEFT JOIN messages m ON m.row = i.row
  LEFT JOIN signatures s ON s.row = i.row
  LEFT JOIN message_traces h ON h.row = i.row
  LEFT JOIN texts x ON x.row = i.row
  LEFT JOIN details e ON e.row = i.row
  LEFT JOIN ocr o ON o.row = i.row
  LEFT JOIN contents c ON c.row = i.row
  LEFT JOIN near_duplicates n ON n.row = i.row
  LEFT JOIN decoys q ON q.row = i.row
  LEFT JOIN threads t ON t.row = i.row
  LEFT JOIN duplicates d ON d.row = i.row
  LEFT JOIN judgements j ON j.row = i.row`;

/** Reads items back. */
export class ItemReader {
  readonly #hit: StatementSync;
  readonly #children: StatementSync;
  readonly #item: StatementSync;
  readonly #ids: StatementSync;
  readonly #place: StatementSync;
  readonly #text: StatementSync;
  readonly #texts: StatementSync;

  constructor(database: DatabaseSync) {
    this.#hit = database.prepare(`${HIT} WHERE i.row = ?`);
    this.#children = database.prepare(`${HIT} WHERE i.parent = ? AND i.role = ? ORDER BY i.row`);
    this.#item = database.prepare(`${ITEM} WHERE i.row = ?`);
    this.#ids = database.prepare('SELECT row, id FROM items WHERE id >= ? AND id < ? ORDER BY id LIMIT 2');
    this.#place = database.prepare('SELECT row FROM items WHERE id = ? AND role = ? AND path = ?');
    this.#text = database.prepare('SELECT text FROM texts WHERE row = ?');
    this.#texts = database.prepare(
      `SELECT x.row, x.text FROM texts x WHERE x.row IN (SELECT value FROM json_each(?))
         AND octet_length(x.text) <= ${LONGEST_TOGETHER} AND NOT EXISTS (SELECT 1 FROM ocr o WHERE o.row = x.row)`,
    );
  }

  textOf(row: number): string {
    const found = this.#text.get(row);
    return found ? text(found, 'text') : '';
  }

  textsOf(rows: readonly number[]): ReadonlyMap<number, string> {
    const found = this.#texts.all(JSON.stringify(rows));
    return new Map(found.map((row) => [integer(row, 'row'), text(row, 'text')]));
  }

  byRow(row: number): StoredItem | null {
    const found = this.#item.get(row);
    return found ? toItem(found) : null;
  }

  /** By a whole id, or by a beginning that only one id has. */
  byId(id: string): StoredItem | null {
    if (id.length < SHORTEST_ID || !/^[a-z2-7]+$/.test(id)) return null;
    // '~' sorts after every character of an id.
    const [found, other] = this.#ids.all(id, `${id}~`);
    if (!found || (other && text(found, 'id') !== id)) return null;
    return this.byRow(integer(found, 'row'));
  }

  byPath(role: ItemRole, wanted: string): StoredItem | null {
    const path = wanted.toWellFormed();
    for (const length of [ID_LENGTH, LONG_ID_LENGTH]) {
      const found = this.#place.get(itemId(role, path, length), role, path);
      if (found) return this.byRow(integer(found, 'row'));
    }
    return null;
  }

  childrenOf(path: string, role: ItemRole): readonly SearchHit[] {
    return this.#children.all(path.toWellFormed(), role).map((row) => toHit(row, ''));
  }

  hit(row: number, snippet: string): SearchHit | null {
    const found = this.#hit.get(row);
    return found ? toHit(found, snippet) : null;
  }
}

/** A row as a search gives it. */
export function toHit(row: Row, snippet: string): SearchHit {
  const people = jsonOr<StoredPeople | null>(row, 'people', null);
  const sender = people?.from[0];
  return {
    row: integer(row, 'row'),
    id: text(row, 'id'),
    kind: word(row, 'kind'),
    type: text(row, 'type'),
    path: text(row, 'path'),
    name: text(row, 'name'),
    sha256: text(row, 'sha256'),
    size: integer(row, 'size'),
    status: word(row, 'status'),
    failure: toFailure(row),
    messageId: textOrNull(row, 'message_id'),
    from: sender ? mailboxText(sender) : '',
    to: people?.to.map(mailboxText) ?? [],
    subject: textOrNull(row, 'subject') ?? '',
    date: textOrNull(row, 'date'),
    thread: textOrNull(row, 'thread'),
    duplicateOf: textOrNull(row, 'of_id'),
    verdict: row.verdict === null ? null : word(row, 'verdict'),
    reasons: jsonOr<Judgement['reasons']>(row, 'reasons', []),
    snippet,
  };
}

/** A row as a whole item, from its JSON. */
export function toItem(row: Row): StoredItem {
  const details = json<StoredDetails>(row, 'details');
  const content = toContent(row);
  return {
    row: integer(row, 'row'),
    id: text(row, 'id'),
    role: word(row, 'role'),
    path: text(row, 'path'),
    parent: textOrNull(row, 'parent'),
    kind: word(row, 'kind'),
    type: text(row, 'type'),
    name: text(row, 'name'),
    size: integer(row, 'size'),
    sha256: text(row, 'sha256'),
    status: word(row, 'status'),
    failure: toFailure(row),
    children: toChildren(row),
    message: row.message === null ? null : toMessage(row),
    text: textOrNull(row, 'text') ?? '',
    ...details,
    ...toTraces(row),
    thread: textOrNull(row, 'thread'),
    duplicateOf: textOrNull(row, 'of_id'),
    judgement: row.verdict === null ? null : { verdict: word(row, 'verdict'), reasons: json(row, 'reasons') },
    ocr: jsonOr<OcrText | null>(row, 'ocr', null),
    ...(content !== null && { content }),
    nearDuplicate: toNearDuplicate(row),
    decoy: toDecoyMatch(row),
  };
}

function toTraces(row: Row): Pick<StoredItem, 'traces'> {
  const stored = jsonOr<readonly StoredTrace[]>(row, 'traces', []);
  return stored.length === 0
    ? {}
    : { traces: stored.map(([kind, value, where]) => ({ kind, value, where })) };
}

function toFailure(row: Row): Failure | null {
  if (row.failure === null) return null;
  return { code: word(row, 'failure'), detail: textOrNull(row, 'failure_detail') ?? '' };
}

function toChildren(row: Row): StoredItem['children'] {
  if (row.expected === null) return null;
  return {
    expected: integer(row, 'expected'),
    emitted: integer(row, 'emitted'),
    failed: integer(row, 'failed'),
    skipped: integer(row, 'skipped'),
  };
}

function toMessage(row: Row): MessageFacts {
  const { habits, ...links } = json<StoredLinks>(row, 'links');
  return {
    messageId: textOrNull(row, 'message_id'),
    clockGap: null,
    ...links,
    ...(habits && { habits: unpackHabits(habits) }),
    ...json<StoredPeople>(row, 'people'),
    subject: text(row, 'subject'),
    date: textOrNull(row, 'date'),
    signatures: row.signatures === null ? [] : signaturesFromJson(text(row, 'signatures')),
    canonical: text(row, 'canonical'),
    mih: textOrNull(row, 'mih'),
    rebuilt: integer(row, 'rebuilt') === 1,
    list: textOrNull(row, 'list'),
  };
}
