import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { matrixIn } from '../resources/attribution.ts';
import { errorAnswer, HttpError } from './http-error.ts';

const SERVER = join(import.meta.dirname, '..');

describe('what the server refuses', () => {
  it('is said in the language of the page', () => {
    const error = new HttpError(403, 'not-allowed', { en: 'No.', fr: 'Non.' }, { at: 3 });
    const { status, body } = errorAnswer(error, 'fr');
    assert.equal(status, 403);
    assert.deepEqual(body, { error: { code: 'not-allowed', message: 'Non.', at: 3 } });
    assert.equal(errorAnswer(new Error('a secret'), 'fr').body.error.code, 'internal');
  });

  it('has a text in each language, but for who has hung up', () => {
    const bare = globSync('**/*.ts', { cwd: SERVER }).flatMap((file) =>
      [
        ...readFileSync(join(SERVER, file), 'utf8').matchAll(
          /new HttpError\(\s*\d+,\s*'([a-z-]+)',\s*['`]/gu,
        ),
      ].map(([, code]) => `${file}: ${code}`),
    );
    assert.deepEqual(bare, ['http/http-error.ts: caller-gone']);
  });

  it('names the places of a matrix that are wrong, in words', (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'tamis-matrix-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(
      join(folder, 'attribution.json'),
      JSON.stringify({ question: 'Who?', hypotheses: { H1: 'one' }, evidence: 'none' }),
    );
    assert.throws(
      () => matrixIn(folder),
      (error) => {
        const { status, body } = errorAnswer(error, 'fr');
        assert.equal(status, 422);
        assert.match(body.error.message, /hypotheses\u00a0: trop peu/u);
        assert.match(body.error.message, /evidence\u00a0: il faut ici une liste/u);
        return true;
      },
    );
  });
});
