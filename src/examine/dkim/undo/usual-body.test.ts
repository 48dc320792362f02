import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { describe, test } from 'node:test';
import { splitHeaders } from '../../../../test/mail/split-headers.ts';
import { BodyCanonicalizer } from '../body-canonicalizer.ts';
import { MessageView } from '../message-view.ts';
import { searchBody, searchInOrder } from './body-search.ts';
import { type BodyTarget, UndoBudget } from './body-target.ts';
import { usualBody } from './usual-body.ts';

const RULE = '_'.repeat(47);
const FOOTER = `${RULE}\nA list\nhttps://lists.example.net/\n`;
const GROUP = '-- \nYou received this message because you are subscribed.\n';
const INNER = 'Content-Type: multipart/alternative; boundary=inner';
const ALTERNATIVE = `--inner\n\nHello\n--inner\nContent-Type: text/html\n\n<p>Hello</p>\n--inner--\n`;
const PREAMBLE = 'This is a multi-part message in MIME format.\n';

/** A message as it lies, and the body that was signed. */
interface Changed {
  readonly name: string;
  readonly type?: string;
  readonly body: string;
  readonly signed: string;
  /** Whether the first look is to find it. */
  readonly isUsual: boolean;
}

const plain = (name: string, signed: string, added: string, isUsual = true): Changed => ({
  name,
  body: signed + added,
  signed,
  isUsual,
});

const wrapped = (name: string, head: string, inner: string, preamble = '', isUsual = true): Changed => ({
  name,
  type: 'multipart/mixed; boundary=outer',
  body: `${preamble}--outer\n${head}\n\n${inner}\n--outer\nContent-Type: text/plain\n\n${FOOTER}\n--outer--\n`,
  signed: inner,
  isUsual,
});

/** What was signed stands in the preamble as well as in the part. */
const IN_THE_PREAMBLE: Changed = {
  name: 'a text that is cut where the preamble is, too',
  type: 'multipart/mixed; boundary=outer',
  body: `This is a\nmessage\n--outer\n\nThis is a\n${FOOTER}\n--outer--\n`,
  signed: 'This is a\n',
  isUsual: false,
};

const CASES: readonly Changed[] = [
  IN_THE_PREAMBLE,
  plain('a rule under the text', 'Hello\n', FOOTER),
  plain('empty lines above the rule', 'Hello\n', `\n\n${FOOTER}`),
  plain('empty lines that were signed, and more', 'Hello\n\n', `\n${FOOTER}`),
  plain('CRLF', 'Hello\r\n\r\nA\r\n', `\r\n${FOOTER.replaceAll('\n', '\r\n')}`),
  plain('a lone CR on a line above the rule', 'Hello\n', `\r\r\n${FOOTER}`, false),
  plain('a line of spaces above the rule', 'Hello\n', `  \n${FOOTER}`, false),
  plain('the separator of a group', 'Hello\n', `\n${GROUP}`),
  plain('two footers', 'Hello\n', `${FOOTER}\n${GROUP}`),
  plain('a signature of its own above the footer', 'Hello\n-- \nAnne\n', FOOTER),
  plain('more rules than are looked at', 'Hello\n', FOOTER.repeat(6), false),
  plain('an invitation without a rule', 'Hello\n', 'Join us\n', false),
  plain('nothing but a footer', '', FOOTER, false),
  wrapped('a wrapped text', 'Content-Type: text/plain', 'Hello\nAnne\n'),
  wrapped('a wrapped text and empty lines', 'Content-Type: text/plain', '\nHello\n\n\n'),
  wrapped('a wrapped multipart', INNER, ALTERNATIVE),
  wrapped('a wrapped multipart, both with a preamble', INNER, PREAMBLE + ALTERNATIVE, PREAMBLE),
  wrapped(
    'a wrapped text that begins like the multipart',
    'X: y',
    '--outer-no\nHello\n',
    '--outer-no\n',
    false,
  ),
  wrapped('a preamble that mailboxes rewrite', 'X: y', 'Hello\n', 'From here\n', false),
];

function viewOf({ type = 'text/plain', body }: Changed): MessageView {
  const bytes = Buffer.from(`Content-Type: ${type}\n\n${body}`, 'latin1');
  const { headers, bodyStart } = splitHeaders(bytes);
  return new MessageView({ bytes, headers, bodyStart });
}

function targetOf(signed: string, relaxed: boolean): BodyTarget {
  const parts: Buffer[] = [];
  const canonical = new BodyCanonicalizer(relaxed, (bytes) => parts.push(Buffer.from(bytes)));
  const bytes = Buffer.from(signed, 'latin1');
  canonical.write(bytes, 0, bytes.length);
  canonical.end();
  return { relaxed, hash: 'sha256', digest: hash('sha256', Buffer.concat(parts), 'buffer'), length: null };
}

const plainOf = (found: ReturnType<typeof searchBody>) =>
  found === null ? null : { ...found, fields: [...found.fields] };

describe('usualBody', () => {
  for (const each of CASES) {
    for (const relaxed of [true, false]) {
      test(`${each.name}, ${relaxed ? 'relaxed' : 'simple'}: what the search in order finds`, () => {
        const view = viewOf(each);
        const target = targetOf(each.signed, relaxed);
        const budget = () => new UndoBudget(view.bytes.length);
        for (const footersOnly of [true, false]) {
          const found = plainOf(searchBody(view, target, budget(), footersOnly));
          assert.deepEqual(found, plainOf(searchInOrder(view, target, budget(), footersOnly)));
          if (each.isUsual) assert.notEqual(found, null);
        }
        if (each.isUsual) assert.notEqual(usualBody(view, target, budget()), null);
      });
    }
  }

  test('leaves signatures with l= to the search in order', () => {
    const each = plain('', 'Hello\n', FOOTER);
    const target = { ...targetOf(each.signed, true), length: 7 };
    assert.equal(usualBody(viewOf(each), target, new UndoBudget(1000)), null);
  });
});
