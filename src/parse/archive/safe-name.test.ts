import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeName } from './safe-name.ts';

const cases: readonly [string, string, string[]][] = [
  ['mail/2017/a b.eml', 'mail/2017/a b.eml', []],
  ['./a//b/', 'a/b', []],
  ['../../etc/passwd', '__/__/etc/passwd', ['path-traversal', 'path-traversal']],
  ['/etc/passwd', 'etc/passwd', ['absolute-path']],
  ['C:\\Windows\\evil.dll', 'Windows/evil.dll', ['bad-name', 'absolute-path']],
  ['..\\..\\x', '__/__/x', ['bad-name', 'path-traversal', 'path-traversal']],
  ['docs/NUL.txt', 'docs/_NUL.txt', ['device-name']],
  ['console.txt', 'console.txt', []],
  ['a\0b', 'a\ufffdb', ['bad-name']],
  ['invoice\u202efdp.exe', 'invoice\ufffdfdp.exe', ['bad-name']],
  ['', '', []],
  ['..', '__', ['path-traversal']],
];

for (const [name, safe, codes] of cases) {
  test(`the name ${JSON.stringify(name)} becomes ${JSON.stringify(safe)}`, () => {
    const result = safeName(name);
    assert.equal(result.name, safe);
    assert.deepEqual(
      result.defects.map((defect) => defect.code),
      codes,
    );
  });
}

test('names cut for their length stay apart and keep their extension', () => {
  const [one, two] = ['a', 'b'].map((end) => safeName(`${'x'.repeat(5000)}${end}${'y'.repeat(100)}.docx`));
  assert.notEqual(one?.name, two?.name);
  assert.ok(one?.name.endsWith('.docx') && one.name.length <= 200);
});
