import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { randomNumbers } from '../../model/testing/random-numbers.ts';
import { codeUnits } from '../../parse/text/code-units.ts';
import { findEmails } from './person.ts';
import { mayHoldEmail, plainEmail } from './plain-email.ts';

const RUNS: readonly string[] = [
  ...['a.b@example.org', '<x@y.example>', '"a@b.co",', 'X_y+z-1@Mail.Example.com.', '(a@b.fr);', 'a@b.com_x'],
  ...[
    'a@b',
    'a@b.c',
    '.a@b.com',
    'a.@b.com',
    'a@b..com',
    'a@-b.com',
    'a@b-.com',
    'a@b.c1',
    'a@b.com-',
    '@b.com',
  ],
  ...["o'neil@x.org", 'é@b.com', 'a@é.com', 'a@b.comé', '=a@b.com', '*a@b.com*', 'a=@b.com', 'a@b.com@c.org'],
  ...['http://x.org/a@b.com', 'mailto:a@b.com/c@d.fr', `${'a'.repeat(65)}@b.com`, `a@${'b.'.repeat(9)}com`],
  ...[`a@${'b'.repeat(64)}.com`, `a@b.${'c'.repeat(25)}`, 'a@b.com,c@d.com'],
];

function plainly(run: string): ReturnType<typeof plainEmail> {
  return plainEmail(run, codeUnits(run), { start: 0, at: run.indexOf('@'), end: run.length });
}

describe('plainEmail', () => {
  it('finds what the expression finds, or leaves it to it', () => {
    for (const run of RUNS) {
      const found = plainly(run);
      if (found !== null) assert.deepEqual([found], [...findEmails(run)], run);
    }
  });

  it('knows addresses as they are usually written', () => {
    const known = RUNS.filter((run) => plainly(run) !== null);
    assert.deepEqual(known, RUNS.slice(0, 6));
  });
});

describe('mayHoldEmail', () => {
  it('says no of nothing in which the expression finds an address', () => {
    const below = randomNumbers(3);
    let found = 0;
    const signs = ['a', 'b', 'co', 'org', '1', '.', '.', '@', '@', '-', '/', '=', 'é', '<', '_'];
    for (let round = 0; round < 5000; round++) {
      const run = Array.from({ length: 3 + below(10) }, () => signs[below(signs.length)]).join('');
      const at = run.indexOf('@');
      if (at < 0 || mayHoldEmail(codeUnits(run), { start: 0, at, end: run.length })) continue;
      assert.deepEqual([...findEmails(run)], [], run);
      found++;
    }
    assert.ok(found > 500);
  });

  it('leaves out what patches and programs write', () => {
    for (const run of ['@@', '@param', 'a@b', '@example.org', '.@.']) {
      const at = run.indexOf('@');
      assert.equal(mayHoldEmail(codeUnits(run), { start: 0, at, end: run.length }), false, run);
    }
  });
});
