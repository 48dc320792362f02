import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { detectBytes } from '../detect/index.ts';
import { documentText } from './document.ts';
import { sqliteText } from './sqlite.ts';

/** The file of a database after these statements. */
function database(fill: (db: DatabaseSync) => void): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-sqlite-'));
  try {
    const db = new DatabaseSync(join(folder, 'a.db'));
    // Nothing has to survive a power cut, and each statement would wait for the disk.
    db.exec('PRAGMA synchronous = off; PRAGMA journal_mode = off');
    fill(db);
    db.close();
    return readFileSync(join(folder, 'a.db'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const long = `${'Un long message. '.repeat(2_000)}fin`;

const messages = (encoding: string, pageSize: number) =>
  database((db) => {
    db.exec(`PRAGMA encoding = '${encoding}'; PRAGMA page_size = ${pageSize}`);
    db.exec(
      'CREATE TABLE message (id INTEGER PRIMARY KEY, jid TEXT, words TEXT, sent INTEGER, picture BLOB)',
    );
    db.exec('BEGIN');
    const insert = db.prepare('INSERT INTO message (jid, words, sent, picture) VALUES (?, ?, ?, ?)');
    insert.run('33600000000@s.example', 'Réunion à 9 h', 1493060591000, Buffer.from('not words'));
    insert.run(null, long, 1, null);
    for (let i = 0; i < 600; i++) insert.run('x', `message ${i}`, i, null);
    db.exec('COMMIT');
  });

test('rows are lines, whatever the encoding and the size of pages; long ones are followed', () => {
  for (const [encoding, pageSize] of [
    ['UTF-8', 4096],
    ['UTF-16le', 512],
    ['UTF-16be', 65_536],
  ] as const) {
    const bytes = messages(encoding, pageSize);
    const { type, kind } = detectBytes(bytes, 'msgstore.db');
    assert.equal(kind, 'document');
    const { text, status } = documentText(type, bytes, DEFAULT_LIMITS);
    assert.equal(status, 'ok');
    const lines = text.split('\n');
    assert.ok(lines.includes('33600000000@s.example\tRéunion à 9 h'));
    assert.ok(lines.includes(long));
    assert.ok(lines.includes('x\tmessage 599'));
    assert.ok(!text.includes('not words'));
    assert.match(lines[0] ?? '', /^table\tmessage\tmessage\tCREATE TABLE message/);
  }
});

test('rows on pages that were given free are found', () => {
  const bytes = database((db) => {
    db.exec('PRAGMA secure_delete = off; CREATE TABLE a (words TEXT)');
    const insert = db.prepare('INSERT INTO a VALUES (?)');
    for (let i = 0; i < 500; i++) insert.run(`deleted word ${i} ${'x'.repeat(50)}`);
    db.exec('DROP TABLE a');
  });
  assert.match(sqliteText(bytes, 100_000), /deleted word 2\d\d /);
});

test('damaged files, and chains that run in a circle, end', () => {
  const bytes = messages('UTF-8', 512);
  for (let at = 0, seed = 7; at < 200; at++) {
    const damaged = Buffer.from(bytes.subarray(0, 60_000));
    for (let change = 0; change < 40; change++) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      damaged[seed % damaged.length] = seed >>> 24;
    }
    assert.ok(sqliteText(damaged, 50_000).length < 5_000_000);
  }
  assert.equal(sqliteText(Buffer.from('SQLite format 3\0'), 10), '');
});
