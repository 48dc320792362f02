import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAddresses } from './address.ts';

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['bare', 'a@x.org', ['|a@x.org']],
  ['name', 'Jane Doe <Jane@X.ORG>', ['Jane Doe|Jane@x.org']],
  ['quoted name', '"Doe, Jane \\"JD\\"" <j@x>', ['Doe, Jane "JD"|j@x']],
  ['comma without quotes', 'Doe, Jane <j@x>, b@y', ['Doe, Jane|j@x', '|b@y']],
  ['comment as name', 'j@x (Jane (the) Doe)', ['Jane (the) Doe|j@x']],
  ['group', 'Team: a@x, B <b@x>;, c@x', ['|a@x', 'B|b@x', '|c@x']],
  ['empty group', 'undisclosed-recipients:;', []],
  ['semicolons', 'a@x; b@x', ['|a@x', '|b@x']],
  ['encoded name with a comma', '=?utf-8?Q?D=C3=BCpont,_A?= <a@x>', ['Düpont, A|a@x']],
  ['encoded name in quotes', '"=?utf-8?Q?=C3=A9?=" <a@x>', ['é|a@x']],
  ['obsolete route', '<@a,@b:c@d>', ['|c@d']],
  ['obsolete spaces', 'jdoe@machine . example', ['|jdoe@machine.example']],
  ['quoted local part', '"a b"@x', ['|"a b"@x']],
  ['an address as name', '"boss@bank.example" <thief@x>', ['boss@bank.example|thief@x']],
  ['no comma between', 'A <a@x> B <b@x>', ['A|a@x', 'B|b@x']],
  ['bracket without address', 'EDEKA <EDEKA> <t@x>', ['EDEKA EDEKA|t@x']],
  ['no closing bracket', 'A <a@x, B <b@x>', ['A|a@x', 'B|b@x']],
  ['name alone', 'Mailer', ['Mailer|']],
  ['name and address without brackets', 'Jane j@x', ['Jane|j@x']],
  ['unclosed quote', '"Jane <j@x>', ['Jane|j@x']],
  ['mailto', '<mailto:a@x>', ['|a@x']],
  ['empty', ' , ', []],
];

for (const [name, written, meant] of CASES) {
  test(`addresses: ${name}`, () => {
    assert.deepEqual(
      parseAddresses(written).map((one) => `${one.name}|${one.address}`),
      meant,
    );
  });
}

test('hostile lists are read in linear time and bounded', () => {
  for (const piece of ['"', '(', '<', 'a <', 'x:', '=?', '",', '("', 'a,'])
    parseAddresses(piece.repeat(200_000));
  assert.equal(parseAddresses('a@x,'.repeat(100_000)).length, 20_000);
});
