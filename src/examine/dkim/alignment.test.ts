import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { alignmentOf, organisationalDomain } from './alignment.ts';

describe('alignmentOf', () => {
  it('takes parts of a domain for one house, and customers of a suffix for strangers', () => {
    assert.equal(alignmentOf('party.example', ['party.example']), 'strict');
    assert.equal(alignmentOf('news.party.example', ['party.example']), 'relaxed');
    assert.equal(alignmentOf('evil.asso.fr', ['parti.asso.fr']), 'none');
    assert.equal(alignmentOf('asso.fr', ['parti.asso.fr']), 'none');
  });

  it('takes tenants of Microsoft 365 and of Google for houses of their own', () => {
    assert.equal(alignmentOf('evil.onmicrosoft.com', ['party.onmicrosoft.com']), 'none');
    assert.equal(alignmentOf('party.onmicrosoft.com', ['party.mail.onmicrosoft.com']), 'none');
    assert.equal(alignmentOf('party.onmicrosoft.com', ['party.onmicrosoft.com']), 'strict');
    assert.equal(alignmentOf('evil.mail.onmicrosoft.com', ['party.mail.onmicrosoft.com']), 'none');
    const google = ['evil-example', 'party-example'].map((tenant) => `${tenant}.20150623.gappssmtp.com`);
    assert.equal(alignmentOf(google[0] ?? '', [google[1] ?? '']), 'none');
    assert.equal(organisationalDomain('a.party.onmicrosoft.com'), 'party.onmicrosoft.com');
    assert.equal(organisationalDomain('onmicrosoft.com'), 'onmicrosoft.com');
  });
});
