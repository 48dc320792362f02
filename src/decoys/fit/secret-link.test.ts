import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSecretLink } from './secret-link.ts';

test('links that open something by themselves are told from pages that everybody may read', () => {
  for (const link of [
    'https://docs.example.org/document/d/1aB2cD3eF4gH5iJ6kL7mN8oP9qR/edit',
    'https://cloud.house.example/s/a1b2c3d4e5f6g7h8',
    'https://house.example/reset?token=12',
    'https://meet.example.org/j/123?pwd=abc',
    'https://x.example/#access_key=1',
    'https://user@x.example/',
    'https://hooks.example.org/0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  ])
    assert.equal(isSecretLink(link), true, link);
  for (const link of [
    'https://lists.example.org/listinfo/users',
    'https://bugzilla.example.org/show_bug.cgi?id=203485',
    'https://www.gnu.org/licenses/old-licenses/gpl-2.0.html',
    'https://house.example/how-to-install-version-10-on-a-laptop',
    'https://lists.example.org/pipermail/users/2019-September/035123.html',
    'http://www.example.org/faq.html#section-3',
  ])
    assert.equal(isSecretLink(link), false, link);
});
