import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import PostalMime from 'postal-mime';
import { allEntries, CountingSource, entryBytes, entryText } from '../../../test/outlook/sources.ts';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { olmMessageToEml, openOlm } from './olm.ts';
import { xmlEvents } from './xml.ts';

const OPTIONS = { passwords: [], limits: DEFAULT_LIMITS };
const SAMPLE =
  '../shared/corpus/mail-containers/files/aspose-email+Aspose.Email-for-.NET/Outlook/SampleOLM.olm';

const XML =
  '<?xml version="1.0"?><!-- > --><emails elementCount="1"><email>' +
  '<OPFMessageCopySubject>D&#233;bat &lt;final&gt; &amp;c</OPFMessageCopySubject>' +
  '<OPFMessageCopyFromAddresses><emailAddress OPFContactEmailAddressAddress="ann@example.org" OPFContactEmailAddressName="Ann"/></OPFMessageCopyFromAddresses>' +
  '<OPFMessageCopyToAddresses><emailAddress OPFContactEmailAddressAddress="bob@example.net" OPFContactEmailAddressName="Bob &quot;B&quot;"></emailAddress></OPFMessageCopyToAddresses>' +
  '<OPFMessageCopyMessageID>1@example.org</OPFMessageCopyMessageID>' +
  '<OPFMessageCopySentTime>2017-05-05T18:00:00</OPFMessageCopySentTime>' +
  '<OPFMessageCopyBody>&lt;html&gt;&lt;b&gt;x&lt;/b&gt;&lt;/html&gt;</OPFMessageCopyBody>' +
  '</email></emails>';

test('a message of OLM is rebuilt from its elements', async () => {
  const outcome = olmMessageToEml(XML, OPTIONS);
  assert.equal(outcome?.type, 'rebuilt');
  const parsed = await PostalMime.parse(outcome?.type === 'rebuilt' ? outcome.bytes : '');
  assert.equal(parsed.subject, 'Débat <final> &c');
  assert.deepEqual(parsed.from, { name: 'Ann', address: 'ann@example.org' });
  assert.deepEqual(parsed.to, [{ name: 'Bob "B"', address: 'bob@example.net' }]);
  assert.equal(parsed.messageId, '<1@example.org>');
  assert.equal(parsed.date, '2017-05-05T18:00:00.000Z');
  assert.equal(parsed.html?.trim(), '<html><b>x</b></html>');
  assert.equal(olmMessageToEml('<emails></emails>', OPTIONS), null);
});

test('XML that is cut, or that defines entities, ends and expands nothing', () => {
  for (let end = 0; end < XML.length; end++)
    for (const event of xmlEvents(XML.slice(0, end))) assert.ok(event.type);
  const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;&#x110000;&lt;</a>';
  const text = [...xmlEvents(bomb)].map((event) => (event.type === 'text' ? event.text : '')).join('');
  assert.ok(text.endsWith('&b;\ufffd<'));
});

test('an archive of Outlook for Mac: messages with their attachments, each attachment once', async (t) => {
  if (!existsSync(SAMPLE)) return t.skip('corpus not present: ../shared/corpus');
  const reader = openOlm(new CountingSource(readFileSync(SAMPLE)), OPTIONS);
  const entries = await allEntries(reader);
  assert.equal(reader.failure(), null);
  assert.equal(entries.length, reader.expected);
  const messages = entries.filter(({ outcome }) => outcome.type === 'rebuilt');
  assert.equal(messages.length, entries.filter(({ name }) => /message_\d+\.xml$/.test(name)).length);
  assert.equal(
    entries.filter(({ outcome }) => outcome.type === 'partial' || outcome.type === 'failed').length,
    0,
  );
  const sent = messages.find(({ name }) => name.endsWith('Sent Items/message_00003.xml'));
  const parsed = await PostalMime.parse(entryBytes(sent), { forceRfc822Attachments: true });
  assert.deepEqual(
    parsed.attachments.map(({ filename, content }) => [filename, (content as ArrayBuffer).byteLength]),
    [
      ['message 1.eml', 2476],
      ['message 2.eml', 2674],
    ],
  );
  assert.ok(
    entries.some(({ name, outcome }) => name.includes('__Attachments/') && outcome.type === 'skipped'),
  );
  const resumed = await allEntries(reader, entries.length - 3);
  assert.deepEqual(resumed.map(entryText), entries.slice(-3).map(entryText));
});
