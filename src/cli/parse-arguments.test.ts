import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CommandDeclaration, Flag, Positional } from './command.ts';
import { type ParsedArguments, parseArguments } from './parse-arguments.ts';
import { UsageError } from './usage-error.ts';

const TEXT = { en: 'text', fr: 'texte' };
const FLAGS: readonly Flag[] = [
  { name: 'case', short: 'c', type: 'string', summary: TEXT },
  { name: 'keys', type: 'strings', summary: TEXT },
  { name: 'jobs', type: 'number', min: 1, max: 64, default: 2, summary: TEXT },
  { name: 'seed', type: 'number', summary: TEXT },
  { name: 'share', type: 'number', fraction: true, summary: TEXT },
  { name: 'max-size', type: 'bytes', summary: TEXT },
  { name: 'format', type: 'enum', values: ['jsonl', 'csv'], summary: TEXT },
  { name: 'raw', short: 'r', type: 'boolean', summary: TEXT },
];
const DUMPS: Positional = { name: 'dumps', metavar: 'DUMP', required: true, many: true, summary: TEXT };
const QUERY: Positional = {
  name: 'query',
  metavar: 'QUERY',
  required: false,
  many: true,
  dashes: true,
  summary: TEXT,
};

function parse(words: readonly string[], positional = DUMPS): ParsedArguments {
  const command: CommandDeclaration = { path: ['x'], summary: TEXT, positionals: [positional], flags: FLAGS };
  return parseArguments(
    command,
    words.map((word, index) => ({ word, at: index + 1 })),
    words.length + 1,
  );
}

function refusal(words: readonly string[], positional = DUMPS): UsageError {
  try {
    parse(words, positional);
  } catch (error) {
    assert.ok(error instanceof UsageError);
    return error;
  }
  return assert.fail('no error');
}

test('values by type, defaults, and absent flags', () => {
  const { flags, args } = parse(['a', '--case=d', '--max-size', '64M', '--format', 'csv', '-r', 'b']);
  assert.deepEqual(args, { dumps: ['a', 'b'] });
  assert.equal(flags.case, 'd');
  assert.equal(flags['max-size'], 64 * 2 ** 20);
  assert.equal(flags.format, 'csv');
  assert.equal(flags.raw, true);
  assert.equal(flags.jobs, 2);
  assert.equal(parse(['a', '--share', '0.5']).flags.share, 0.5);
  assert.deepEqual(flags.keys, []);
  assert.equal(flags.json, false);
});

test('short flags: attached, apart, together', () => {
  assert.equal(parse(['a', '-cdir']).flags.case, 'dir');
  assert.equal(parse(['a', '-c', 'dir']).flags.case, 'dir');
  const together = parse(['a', '-rc', 'dir']).flags;
  assert.deepEqual([together.raw, together.case], [true, 'dir']);
});

test('a flag of several values takes one before the required argument and many after it', () => {
  const before = parse(['--keys', 'k', 'dump']);
  assert.deepEqual([before.flags.keys, before.args.dumps], [['k'], ['dump']]);
  const after = parse(['dump', '--keys', 'k', 'l', '--raw', '--keys=m']);
  assert.deepEqual([after.flags.keys, after.args.dumps], [['k', 'l', 'm'], ['dump']]);
});

test('an argument that may be left out is still not taken for a value', () => {
  const { flags, args } = parse(['--keys', 'k', 'dump'], { ...DUMPS, required: false });
  assert.deepEqual([flags.keys, args.dumps], [['k'], ['dump']]);
});

test('-- ends the flags', () => {
  assert.deepEqual(parse(['--', '--raw', '-c']).args.dumps, ['--raw', '-c']);
});

test('a query may hold words that begin with a dash', () => {
  const { flags, args } = parse(['-from:bob', '-c', 'dir', '-x', 'word', '-cat'], QUERY);
  assert.deepEqual(args.query, ['-from:bob', '-x', 'word', '-cat']);
  assert.equal(flags.case, 'dir');
});

test('errors point at the word', () => {
  assert.equal(refusal(['a', '--kyes', 'b']).at, 2);
  assert.match(refusal(['a', '--kyes', 'b']).text.en, /Did you mean --keys\?/u);
  assert.equal(refusal(['a', '--jobs', '0']).at, 3);
  assert.equal(refusal(['a', '--jobs=x']).at, 2);
  assert.match(refusal(['a', '--jobs', '1.5']).text.en, /whole number \(1–64\)/u);
  assert.match(refusal(['a', '--seed', '99999999999999999999']).text.fr, /nombre entier\./u);
  assert.equal(refusal(['a', '--case']).at, 2);
  assert.equal(refusal(['a', '--case', '--raw']).at, 2);
  assert.equal(refusal(['a', '--case', 'x', '--case', 'y']).at, 4);
  assert.equal(refusal(['a', '--raw=yes']).at, 2);
  assert.match(refusal(['a', '--format', 'cvs']).text.fr, /Vouliez-vous dire csv\u202f\?/u);
  assert.equal(refusal([]).at, 1);
  assert.equal(refusal(['a', '-z']).at, 2);
});

test('names of Object.prototype are not flags', () => {
  assert.equal(refusal(['a', '--constructor']).at, 2);
});
