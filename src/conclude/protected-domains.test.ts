import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProtectedDomains } from './protected-domains.ts';

const from = (domain: string, count: number) =>
  Array.from({ length: count }, () => ({ fromAddress: `anne@${domain}` }));
const LEAK = [...from('party.example', 60), ...from('mail-party.example', 20), ...from('paper.example', 20)];

describe('ProtectedDomains', () => {
  it('holds other domains against those that write most of the leak, or of the archive', () => {
    const domains = ProtectedDomains.of([], LEAK.slice(0, 60));
    assert.equal(domains.lookalike('x@mail-party.example', () => true)?.target, 'party.example');
    assert.equal(
      domains.lookalike('x@paper.example', () => true),
      null,
    );
    assert.deepEqual(ProtectedDomains.of(from('party.example', 1), LEAK).targets, ['party.example']);
  });

  it('holds a look-alike that floods the leak against those that write more', () => {
    const domains = () => ProtectedDomains.of([], LEAK);
    assert.equal(domains().lookalike('x@mail-party.example', () => false)?.target, 'party.example');
    assert.equal(
      domains().lookalike('x@mail-party.example', () => true),
      null,
      'people write to it',
    );
    assert.equal(
      domains().lookalike('x@party.example', () => false),
      null,
      'the largest is the victim’s',
    );
  });
});
