import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type NamedMessage, otherNames } from './other-names.ts';

const message = (name: string, file: string): NamedMessage => ({
  from: [{ name, address: 'zoe@bureau.example' }],
  to: [{ name: '', address: 'anne@party.example' }],
  cc: [],
  files: [{ name: file, sha256: 'aa' }],
});
const KNOWN = message('Zoé Roy', 'Été 2017.pdf');
const partsOf = (name: string, file = 'Été 2017.pdf') =>
  otherNames(KNOWN, message(name, file)).map(({ part }) => part);

describe('otherNames', () => {
  it('finds the name of another person, and of another file', () => {
    assert.deepEqual(partsOf('Boris Malkine'), ['names']);
    assert.deepEqual(partsOf('Zoé Roy, paid by Boris'), ['names']);
    assert.deepEqual(partsOf('Zoé Roy', 'Bribes.pdf'), ['file-names']);
    const [names] = otherNames(KNOWN, message('Boris Malkine', 'Été 2017.pdf'));
    assert.deepEqual(
      names?.changes.map(({ type, text }) => [type, text]),
      [
        ['removed', 'Zoé Roy'],
        ['added', 'Boris Malkine'],
      ],
    );
  });

  it('leaves out what address books, stores and encodings do to names', () => {
    for (const name of ['', "'ROY Zoe'", 'Z. Roy', 'zoe', 'zoe@bureau.example', 'ZoÃ© Roy', 'Zo? Roy'])
      assert.deepEqual(partsOf(name), [], name);
    for (const file of ['Ete 2017.pdf', 'ETE201~1.PDF', 'ete_2017.PDF', '?t? 2017.pdf', '', 'part-2'])
      assert.deepEqual(partsOf('Zoé Roy', file), [], file);
  });

  it('takes either name of a file that hangs there twice', () => {
    const twice = { ...KNOWN, files: [...KNOWN.files, { name: 'Copy.pdf', sha256: 'aa' }] };
    assert.deepEqual(otherNames(twice, message('Zoé Roy', 'Copy.pdf')), []);
  });

  it('is bounded', () => {
    const files = Array.from({ length: 20_000 }, (_, at) => ({ name: `x${at}`, sha256: `${at % 7}` }));
    assert.ok(otherNames({ ...KNOWN, files }, { ...KNOWN, files: files.toReversed() }).length <= 12);
  });
});
