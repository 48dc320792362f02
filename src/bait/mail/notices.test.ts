import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutNotices } from './notices.ts';

test('what houses and scanners put under every mail is not said by its writer', () => {
  const own = 'the parcel is ready. see you on monday.';
  const notices = [
    'if you are not the addressee, please kindly reply to the sender and delete all copies from your computer.',
    'please check this message and its attachments for viruses and other defects.',
    'this message has been scanned for viruses and is believed to be clean.',
    "si vous avez recu ce message par erreur, merci de le detruire et d avertir l'expediteur.",
  ];
  for (const notice of notices) assert.equal(withoutNotices(`${own} ${notice}`), own, notice);
});

test('words of notices take nothing else with them, and no whole bait', () => {
  const lure = 'viruses were found on your computer, your account will be suspended. click here now.';
  assert.equal(withoutNotices(lure), lure);
  assert.equal(withoutNotices(`${lure} for the intended recipient only.`), lure);
  const unstopped = `verify your account ${'at once '.repeat(90)} intended recipient`;
  assert.equal(withoutNotices(unstopped), unstopped);
});
