import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { CaseAction, ReviewAction } from '../../src/case/review/event.ts';
import type { ClockEvent } from '../../src/examine/clocks/clock.ts';
import { DECOY_LIKENESSES, DEFAULT_LIMITS, VERDICTS } from '../../src/model/index.ts';
import { CUSTODY_ACTIONS, REVIEW_ACTIONS } from '../../ui/src/i18n/codes/action-texts.ts';
import { CLOCK_EVENTS, CLOCK_SOURCES } from '../../ui/src/i18n/codes/clock-source-texts.ts';
import { FIELD_TEXTS } from '../../ui/src/i18n/codes/field-texts.ts';
import { METADATA_FIELDS } from '../../ui/src/i18n/codes/metadata-field-texts.ts';
import { textOfAction, textOfCode, textOfTerm, textOfWhy } from '../../ui/src/i18n/codes/text-of-code.ts';
import { typeName } from '../../ui/src/i18n/codes/type-names.ts';

const SOURCE = join(import.meta.dirname, '..', '..', 'src');

/** What a pattern finds in the sources of the server and the commands, tests apart. */
function written(pattern: RegExp, files = '**/*.ts'): readonly string[] {
  const found = globSync(files, {
    cwd: SOURCE,
    exclude: ['**/*.test.ts', '**/testing/**', '**/testing.ts'],
  }).flatMap((file) =>
    [...readFileSync(join(SOURCE, file), 'utf8').matchAll(pattern)].map((match) => match[1] ?? ''),
  );
  assert.ok(found.length > 0, String(pattern));
  return found;
}

describe('codes in the words of the page', () => {
  it('are there for every entry that the custody log is given', () => {
    const logged = [
      ...written(/\bstore\.log\('([a-z-]+)'/g),
      ...written(/\blogAct\([^)']{0,60}'([a-z-]+)'/g),
      ...written(/\btell\('(account-[a-z-]+)'/g),
      ...written(/_ACTION = '([a-z-]+)'/g),
    ];
    assert.deepEqual(
      logged.filter((action) => !Object.hasOwn(CUSTODY_ACTIONS, action)),
      [],
    );
  });

  it('are there for every clock of a message, and what it stamps', () => {
    const sources = written(
      /'([a-z-]+-(?:message-id|boundary|received-date|received-ms)|uuid-v\d)'/g,
      'examine/clocks/*.ts',
    );
    const known = sources.filter((source) => !source.startsWith('x-'));
    assert.deepEqual(
      known.filter((source) => !Object.hasOwn(CLOCK_SOURCES, source)),
      [],
    );
    const events: Readonly<Record<ClockEvent, true>> = {
      ...{ written: true, passed: true, signed: true, expires: true },
      'thread-began': true,
    };
    assert.deepEqual(Object.keys(CLOCK_EVENTS).sort(), Object.keys(events).sort());
  });

  it('are there for the limits that a sift logs, and what it counts', () => {
    const counted = [...VERDICTS, 'duplicates', 'failures', 'bytes', 'total', 'message', 'document'];
    const fields = [...Object.keys(DEFAULT_LIMITS), ...DECOY_LIKENESSES, ...counted];
    assert.deepEqual(
      fields.filter((field) => !Object.hasOwn(FIELD_TEXTS, field)),
      [],
    );
  });

  it('are there for every type of file that is recognised', () => {
    const types = written(
      /'((?:application|audio|font|image|inode|message|multipart|text|video)\/[a-z0-9.+-]*[a-z0-9])'/g,
      'parse/detect/*.ts',
    );
    assert.ok(types.length > 120);
    assert.deepEqual(
      types.filter((type) => typeName(type).en === type),
      [],
    );
  });

  it('are there for every field of a document that its page lists', () => {
    const page = readFileSync(join(SOURCE, '..', 'docs', 'document-metadata.md'), 'utf8');
    const table = page.slice(page.indexOf('## Fields'), page.indexOf('## Where they come from'));
    const listed = [...table.matchAll(/`([a-z-]+)`/g)].map((match) => match[1] ?? '');
    assert.ok(listed.length > 60);
    assert.deepEqual(
      listed.filter((field) => !Object.hasOwn(METADATA_FIELDS, field)),
      ['field', 'value', 'where'].filter((field) => listed.includes(field)),
    );
  });

  it('tell the steps of the review in both logs', () => {
    const types: readonly (ReviewAction | CaseAction)['type'][] = ['sign-off', 'take', 'set-zone'];
    for (const type of types) assert.equal(textOfAction(`review-${type}`), REVIEW_ACTIONS[type]);
    assert.equal(textOfAction('sift-ended').fr, 'tri terminé');
  });

  it('stand as they are where there are no words', () => {
    for (const code of ['made-tomorrow', 'constructor', '__proto__', 'review-', 'review-constructor'])
      assert.deepEqual(textOfAction(code), { en: code, fr: code });
    assert.deepEqual(textOfCode(CLOCK_SOURCES, 'docProps/core.xml'), {
      en: 'docProps/core.xml',
      fr: 'docProps/core.xml',
    });
    assert.equal(textOfWhy('made-tomorrow').fr, 'made-tomorrow');
  });

  it('name the tag that stops the check of a signature', () => {
    assert.equal(textOfWhy('missing-tag-bh').en, 'its tag bh= is missing');
    assert.equal(textOfWhy('duplicate-tag-$&').fr, 'sa balise $&= est en double');
    assert.equal(textOfWhy('constructor-tag-b').en, 'constructor-tag-b');
    for (const why of written(/(?:notCheckable|unchecked|none)\('([a-z-]+)'\)/g, 'examine/dkim/*.ts'))
      assert.notEqual(textOfWhy(why).fr, why);
    assert.equal(textOfTerm('trust', 'dns').fr, 'le DNS');
  });
});
