import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { guardedOf } from './guarded.ts';
import { defanged, linksInText, readLink } from './link.ts';
import { linkRules } from './link-rules.ts';
import { readView } from './read-view.ts';
import { HTML, mail } from './testing/mail.ts';

test('what mail filters wrapped is unwrapped, and is no detour', () => {
  const target = 'https://portal-office.fr/a';
  const wrapped = [
    `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(target)}&data=x`,
    `https://urldefense.com/v3/__${target}__;!!abc`,
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__portal-2Doffice.fr_a&d=x',
    `https://secure-web.cisco.com/1AbC_d-e/${encodeURIComponent(target)}`,
    `https://protect.checkpoint.com/v2/___${target}___.YXAz`,
    `https://scanmail.trustwave.com/?c=5184&d=x&u=${encodeURIComponent(target)}`,
    'https://url.za.m.mimecastprotect.com/s/EoS3C98BNNi2?domain=portal-office.fr',
    'https://protect-eu.mimecast.com/s/EoS3C98BNNi2?domain=portal-office.fr',
  ];
  for (const written of wrapped) {
    const { host, through } = readLink(written, '', 'text');
    assert.deepEqual([host, through], ['portal-office.fr', []], written);
  }
});

test('an address that passes through another site tells both', () => {
  const { host, through } = readLink('https://www.google.com/url?q=https://evil.example.net/x', '', 'anchor');
  assert.deepEqual([host, through], ['evil.example.net', ['google.com']]);
  assert.deepEqual(readLink('https://a.example.org/?next=https://b.example.org/', '', 'anchor').through, []);
});

test('an address in an address is followed four deep', () => {
  let written = 'https://f.example/x';
  for (const host of ['e', 'd', 'c', 'b', 'a'])
    written = `https://${host}.example/?u=${encodeURIComponent(written)}`;
  const { host, through } = readLink(written, '', 'anchor');
  assert.deepEqual([host, through], ['e.example', ['a.example', 'b.example', 'c.example', 'd.example']]);
});

test('a page that shares another leads to itself; one that only passes on does not', () => {
  const shared = encodeURIComponent('https://news.example.org/a');
  for (const [written, leadsTo] of [
    [`https://www.facebook.com/sharer.php?u=${shared}`, 'www.facebook.com'],
    [`https://twitter.com/intent/tweet?url=${shared}`, 'twitter.com'],
    [`https://l.facebook.com/l.php?u=${shared}`, 'news.example.org'],
  ] as const)
    assert.equal(readLink(written, '', 'anchor').host, leadsTo, written);
});

test('links in a text, without the stop behind them; defanged for people', () => {
  const links = linksInText('Voir https://a.example.org/x. et (http://b.example.org).');
  assert.deepEqual(
    links.map(({ url }) => url?.href),
    ['https://a.example.org/x', 'http://b.example.org/'],
  );
  assert.equal(defanged('https://a.example.org/x'), 'hxxps://a[.]example[.]org/x');
});

test('each trait of an address is told, and a file’s name is no host', async () => {
  const of = async (href: string, shown: string) => {
    const bytes = mail({ ...HTML, From: 'a@example.org', Subject: 'x' }, `<a href="${href}">${shown}</a>`);
    const signals = linkRules(await readView(bytes, DEFAULT_LIMITS), guardedOf(['en-marche.fr'], []));
    return [...signals].map(({ code }) => code.slice('bait-link-'.length));
  };
  assert.ok((await of('http://192.0.2.7/login', 'x')).includes('ip'));
  for (const own of ['http://192.168.1.1/', 'http://127.0.0.1:8080/', 'http://172.16.0.9/x', 'http://[::1]/'])
    assert.deepEqual(await of(own, 'x'), [], own);
  assert.ok((await of('https://en-marche.fr@evil.example.net/', 'x')).includes('userinfo'));
  assert.ok((await of('https://xn--n-marche-p2f.fr/', 'x')).includes('punycode'));
  assert.ok((await of('https://evil.example.net:4443/', 'x')).includes('port'));
  assert.ok((await of('https://bit.ly/x', 'x')).includes('shortener'));
  assert.ok((await of('data:text/html,x', 'x')).includes('script'));
  assert.ok((await of('https://rivage-7.web.app/', 'x')).includes('open-host'));
  assert.ok((await of('https://en-rnarche.fr/', 'x')).includes('lookalike'));
  assert.ok((await of('https://evil.example.net/', 'www.en-marche.fr')).includes('text-differs'));
  assert.ok(!(await of('https://files.example.net/', 'rapport.pdf')).includes('text-differs'));
  assert.deepEqual(
    (await of('https://www.en-marche.fr/', 'x')).filter((code) => code === 'lookalike'),
    [],
  );
});
