import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeUnits } from '../../parse/text/code-units.ts';
import { longNumbersIn, marksIn, shortNumbersIn } from './number-shapes.ts';

const NUMBERS: readonly string[] = [
  ...['06 12 34 56 78', '+33 (0)6 12 34 56 78', '0033612345678', '06/12/34/56/78', '+44 (0)20 7946 0958'],
  ...[
    'SIREN 732 829 320',
    '732 829 320 00074',
    '2 55 08 14 168 025 38',
    '1 55 08 2A 168 025 38',
    '155082B168025',
  ],
  ...[
    '4111 1111 1111 1111',
    'FR76 3000 6000 0112 3456 7890 189',
    'de89 3704',
    'AB-123-CD',
    'AB123CD',
    '12AB34567',
  ],
  ...[
    '30002 00550 0000157841Z 25',
    '2018-01-02 10:20',
    'v1.2.3',
    'be45d4c0a1b2',
    '20220618183040',
    '+1 555 0100',
  ],
];

/** All detectors that a choice can name. */
const ALL = [shortNumbersIn, longNumbersIn, marksIn].map((choice) => ({
  choice,
  detectors: new Set(NUMBERS.flatMap((text) => [...choice(codeUnits(text), { start: 0, end: text.length })])),
}));

describe('shapes of numbers', () => {
  it('name every detector that finds something', () => {
    for (const text of NUMBERS.flatMap((each) => [each, `x ${each}, y`, `\u00e9${each}`, `\u00ad${each}`])) {
      for (const { choice, detectors } of ALL) {
        const named = choice(codeUnits(text), { start: 0, end: text.length });
        for (const detect of detectors)
          if (!named.includes(detect)) assert.deepEqual([...detect(text)], [], `${detect.name}: ${text}`);
      }
    }
  });

  it('pass over dates, versions and hashes', () => {
    for (const text of ['2018-01-02 10:20', 'v1.2.3', 'be45d4c0a1b2'])
      for (const { choice } of ALL.slice(0, 2))
        assert.deepEqual(
          choice(codeUnits(text), { start: 0, end: text.length }).filter(({ name }) => name !== 'findSirens'),
          [],
          text,
        );
  });

  it('are known in all three families', () => {
    assert.deepEqual(
      ALL.map(({ detectors }) => detectors.size),
      [3, 3, 3],
    );
  });
});
