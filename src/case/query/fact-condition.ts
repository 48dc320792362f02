import type { FactNode } from './ast.ts';

/** An SQL condition over `items i` that is 0 or 1, never NULL, so that NOT means the rest. */
export interface Condition {
  readonly where: string;
  readonly parameters: readonly (string | number)[];
}

/** Conditions put together; `empty` where there is none. */
export function joined(parts: readonly Condition[], by: string, empty: string): Condition {
  if (parts.length === 0) return { where: empty, parameters: [] };
  return {
    where: `(${parts.map((part) => part.where).join(by)})`,
    parameters: parts.flatMap((part) => part.parameters),
  };
}

const HAS = {
  attachment: 'i.attachments > 0',
  signature: 'i.row IN (SELECT row FROM signatures)',
  text: 'i.row IN (SELECT row FROM texts)',
  // Nearly every mail has an address of mail in it: alone they say nothing.
  personal: `i.row IN (SELECT c.row FROM contents c, json_each(c.personal) p WHERE p.value ->> 'kind' <> 'email')`,
} as const;

const IS = {
  decoy: 'i.row IN (SELECT row FROM decoys)',
  duplicate: 'i.row IN (SELECT row FROM duplicates)',
  'near-duplicate': 'i.row IN (SELECT row FROM near_duplicates)',
  failed: 'i.failure IS NOT NULL',
  partial: `i.status = 'partial'`,
  skipped: `i.status = 'skipped'`,
  rebuilt: 'i.row IN (SELECT row FROM messages WHERE rebuilt = 1)',
} as const;

/** Codes of the notes that the pass over all traces leaves. */
const TOUCHED = {
  'after-send': `'saved-after-sent', 'saved-after-last-message'`,
  batch: `'saved-in-batch', 'saved-in-own-run'`,
} as const;

/** Whether a fact holds of an item. */
export function factCondition(node: FactNode): Condition {
  switch (node.type) {
    case 'date':
      return dateCondition(node.from, node.before);
    case 'size':
      return { where: `(i.size ${node.over ? '>' : '<'} ?)`, parameters: [node.bytes] };
    case 'kind':
      return { where: '(i.kind = ?)', parameters: [node.kind] };
    case 'role':
      return { where: '(i.role = ?)', parameters: [node.role] };
    case 'verdict':
      if (node.verdict === null)
        return { where: '(i.row NOT IN (SELECT row FROM judgements))', parameters: [] };
      return {
        where: '(i.row IN (SELECT row FROM judgements WHERE verdict = ?))',
        parameters: [node.verdict],
      };
    case 'has':
      return { where: `(${HAS[node.what]})`, parameters: [] };
    case 'is':
      return { where: `(${IS[node.what]})`, parameters: [] };
    case 'touched':
      return {
        where: `(i.row IN (SELECT row FROM reasons WHERE code IN (${TOUCHED[node.what]})))`,
        parameters: [],
      };
    case 'review':
      // A function of ours (sqlite/review-marks.ts): the review is in a database of its own.
      return {
        where: '(i.id IN (SELECT value FROM json_each(reviewed(?, ?))))',
        parameters: [node.what, node.value],
      };
    case 'media':
      return {
        where: `(instr(i.type, ?) > 0 OR (i.kind <> 'message' AND i.name LIKE ? ESCAPE '\\'))`,
        parameters: [node.value, `%.${node.value.replace(/[\\%_]/g, '\\$&')}`],
      };
    case 'named':
      return namedCondition(node);
  }
}

/** ISO 8601 in UTC sorts as text: `2017-05-05` stands before `2017-05-05T00:00:00Z`. */
function dateCondition(from: string | null, before: string | null): Condition {
  const parts: Condition[] = [{ where: 'i.date IS NOT NULL', parameters: [] }];
  if (from !== null) parts.push({ where: 'i.date >= ?', parameters: [from] });
  if (before !== null) parts.push({ where: 'i.date < ?', parameters: [before] });
  return joined(parts, ' AND ', '1');
}

function namedCondition(node: Extract<FactNode, { type: 'named' }>): Condition {
  // Ids and hashes are as good as their beginnings: nobody types 64 digits.
  const prefix = node.prefix || node.what === 'id' || node.what === 'sha256';
  const test = (column: string): string => (prefix ? `(${column} >= ? AND ${column} < ?)` : `${column} = ?`);
  const values = prefix ? [node.value, `${node.value}\u{10FFFF}`] : [node.value];
  const inTable = (sql: string): Condition => ({ where: `(i.row IN (${sql}))`, parameters: values });
  switch (node.what) {
    case 'id':
    case 'sha256':
      return { where: test(`i.${node.what}`), parameters: values };
    case 'failure':
      return { where: `(i.failure IS NOT NULL AND ${test('i.failure')})`, parameters: values };
    case 'reason':
      return inTable(`SELECT row FROM reasons WHERE ${test('code')}`);
    case 'message-id':
      return inTable(`SELECT row FROM messages WHERE message_id IS NOT NULL AND ${test('message_id')}`);
    case 'thread':
      return threadCondition(node.value);
    case 'app':
      return programCondition(node.value);
    case 'lang':
      return languageCondition(node.value);
    case 'topic':
      return topicCondition(node.value);
    case 'personal':
      return inJson('personal', `"kind":"${node.value}"`);
  }
}

/** A document whose text told no language, or of a case made before texts did, answers from what `show` reads. */
function languageCondition(value: string): Condition {
  return {
    where: `(i.row IN (SELECT row FROM contents WHERE language = ?)
      OR (i.kind IN ('document', 'image', 'other') AND i.row NOT IN (SELECT row FROM contents WHERE language IS NOT NULL)
        AND EXISTS (SELECT 1 FROM details d WHERE d.row = i.row AND d.json ->> '$.language' = ?)))`,
    parameters: [value, value],
  };
}

/** The JSON was written by this store: a name stands in it between the same marks each time. */
function topicCondition(value: string): Condition {
  if (value === 'none')
    return {
      where:
        '(i.row IN (SELECT row FROM texts) AND i.row NOT IN (SELECT row FROM contents WHERE topics IS NOT NULL))',
      parameters: [],
    };
  return inJson('topics', `"topic":"${value}"`);
}

function inJson(column: 'topics' | 'personal', part: string): Condition {
  return {
    where: `(i.row IN (SELECT row FROM contents WHERE ${column} IS NOT NULL AND instr(${column}, ?) > 0))`,
    parameters: [part],
  };
}

/** By the metadata of documents and images, which stand in the JSON that only `show` reads: no column is worth it. */
function programCondition(value: string): Condition {
  return {
    where: `(i.kind IN ('document', 'image', 'other') AND EXISTS (SELECT 1 FROM details d, json_each(d.json, '$.metadata') m
      WHERE d.row = i.row AND (m.value ->> 'field') IN ('application', 'producer', 'application-version')
        AND instr(lower(m.value ->> 'value'), ?) > 0))`,
    parameters: [value],
  };
}

/** By the thread's own id, or by the id of any message in it. */
function threadCondition(value: string): Condition {
  return {
    where: `(i.row IN (SELECT row FROM threads WHERE thread = ? OR thread IN
      (SELECT t.thread FROM threads t JOIN items o ON o.row = t.row WHERE o.id = ?)))`,
    parameters: [value, value],
  };
}
