import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { FACT_FIELDS, WORD_FIELDS } from './fields.ts';
import { parseQuery } from './parser.ts';

const page = readFileSync(new URL('../../../docs/query.md', import.meta.url), 'utf8');

describe('docs/query.md', () => {
  it('tells of every field', () => {
    for (const field of [...Object.keys(WORD_FIELDS), ...FACT_FIELDS]) {
      assert.ok(page.includes(`\`${field}:\``), field);
    }
  });

  it('gives examples that are understood', () => {
    const examples = [...page.matchAll(/`([^`\n]+)`/g)].map(([, example = '']) => example);
    const queries = examples.filter((example) => /[a-z]:[^ ]|^[(-]/.test(example));
    assert.ok(queries.length >= 20, String(queries.length));
    for (const query of queries) assert.ok(parseQuery(query), query);
  });

  it('shows the message as it is', () => {
    const [, shown = ''] = /```\n(.*?)\n```/s.exec(page) ?? [];
    assert.throws(() => parseQuery('budget form:camille'), { message: shown });
  });
});
