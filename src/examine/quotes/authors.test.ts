import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { otherAuthor } from './authors.ts';
import { quoteLevels } from './levels.ts';

describe('otherAuthor', () => {
  it('names whom an attribution names, where that is somebody else', () => {
    const written = ['On Sat, 4 Mar 2017, Otto Keller <Otto@studio.example> wrote:'];
    assert.equal(otherAuthor(written, 'boris@offshore.example'), 'otto@studio.example');
    assert.equal(otherAuthor(written, 'otto@studio.example'), null);
    assert.equal(otherAuthor(written, 'otto@private.example'), null);
  });

  it('says nothing where no address is named, or one of several may be the sender', () => {
    assert.equal(otherAuthor([], 'boris@offshore.example'), null);
    assert.equal(otherAuthor(['Otto wrote:'], 'boris@offshore.example'), null);
    assert.equal(otherAuthor(['o@a.example wrote:', 'b@c.example wrote:'], 'b@c.example'), null);
    assert.equal(otherAuthor(['o@a.example wrote:'], ''), null);
  });

  it('has the lines of attributions and header blocks', () => {
    const authors = (text: string) => quoteLevels(text)[1]?.authors;
    assert.deepEqual(authors('Fine.\nLe 3 mars, Zoé <z@b.example> a écrit :\n> Oui.'), [
      'Le 3 mars, Zoé <z@b.example> a écrit :',
    ]);
    assert.deepEqual(authors('Fine.\n\nFrom: Zoé [mailto:z@b.example]\nSent: Monday\nSubject: Oui\n\nOui.'), [
      'Zoé [mailto:z@b.example]',
    ]);
  });
});
