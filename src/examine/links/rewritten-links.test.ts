import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { comparableLinks, hasRewrittenLink, originalLinks } from './rewritten-links.ts';

const LINK = 'https://docs.example/plan?id=12&x=3';
const WRITTEN = [
  'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fdocs.example%2Fplan%3Fid%3D12%26x%3D3&data=05%7C01%7Cpaul%40party.example&sdata=Zm9v%3D&reserved=0',
  'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fdocs.example%2Fplan%3Fid%3D12%26x%3D3&amp;data=02%7C01&amp;reserved=0',
  'https://urldefense.proofpoint.com/v2/url?u=https-3A__docs.example_plan-3Fid-3D12-26x-3D3&d=DwMFaQ&c=abc&s=jkl&e=',
  `https://urldefense.com/v3/__https://docs.example/plan*id*12&x*3__;Pz09!!abc!def$`,
  `https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(LINK)}&c=E,1,xyz`,
  `https://fr01.url-protection.trendmicro.com/wis/clicktime/v1/query?url=${encodeURIComponent(LINK)}&umid=1`,
  `https://www.google.com/url?q=${encodeURIComponent(LINK)}&source=gmail&ust=1500000000000000`,
];

describe('originalLinks', () => {
  it('reads the link inside of each kind', () => {
    for (const link of WRITTEN) {
      assert.equal(originalLinks(`see ${link} and come`), `see ${LINK} and come`, link);
      assert.ok(hasRewrittenLink(link), link);
    }
  });

  it('leaves other links, and those it cannot read, as they are', () => {
    for (const text of [
      LINK,
      'https://safelinks.example/?url=https%3A%2F%2Fdocs.example',
      'no link at all',
    ]) {
      assert.equal(originalLinks(text), text);
      assert.equal(hasRewrittenLink(text), false, text);
    }
    const mimecast = 'https://protect-eu.mimecast.com/s/AbCdEfGh?domain=docs.example';
    assert.equal(originalLinks(mimecast), mimecast);
    assert.ok(hasRewrittenLink(mimecast));
  });

  it('leaves the bracket behind a link where it stands', () => {
    const safe = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(LINK)}&data=02%7C01`;
    assert.equal(
      originalLinks(`petition (${safe}), and (see ${safe}).`),
      `petition (${LINK}), and (see ${LINK}).`,
    );
    const mimecast = `https://protect-eu.mimecast.com/s/AbCdEfGh?domain=${new URL(LINK).host}`;
    const [one, other] = comparableLinks(`petition (${LINK}) today`, `petition (${mimecast}) today`);
    assert.equal(one, other);
  });

  it('puts nothing that is no link in the place of one, and never throws', () => {
    for (const inside of ['javascript%3Aalert(1)', '%E0%A4%A', '']) {
      const link = `https://eur01.safelinks.protection.outlook.com/?url=${inside}&data=1`;
      assert.equal(originalLinks(link), link);
    }
  });

  it('compares links by their hosts where a filter keeps the rest to itself', () => {
    const mimecast = 'https://protect-eu.mimecast.com/s/AbCdEfGh?domain=docs.example';
    const [one, other] = comparableLinks(`see ${LINK}`, `see ${mimecast}`);
    assert.equal(one, other);
    assert.deepEqual(comparableLinks(LINK, `${LINK}4`), [LINK, `${LINK}4`]);
  });
});
