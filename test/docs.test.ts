/** The pages of the project: what they point at is there, and the code map is the tree. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGES = globSync(['*.md', 'docs/**/*.md', 'demo/*.md'], { cwd: ROOT });
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** As GitHub makes anchors of headings. */
function anchorsOf(page: string): ReadonlySet<string> {
  return new Set(
    [...read(page).matchAll(/^#+ (.*)$/gmu)].map((match) =>
      (match[1] ?? '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}_\- ]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

test('every link between pages leads to a page and to a heading of it', () => {
  let links = 0;
  for (const page of PAGES)
    for (const [, target = ''] of read(page)
      .replaceAll(/^```.*?^```/gmsu, '')
      .matchAll(/\]\(([^)\s]+)\)/gu)) {
      if (/^[a-z]+:/u.test(target)) continue;
      const [path = '', anchor = ''] = target.split('#');
      const file = path === '' ? page : normalize(join(dirname(page), path));
      assert.ok(existsSync(join(ROOT, file)), `${page}: ${target}`);
      if (anchor !== '' && file.endsWith('.md')) assert.ok(anchorsOf(file).has(anchor), `${page}: ${target}`);
      links += 1;
    }
  assert.ok(links > 100);
});

test('every file and folder of the project that a page names is there', () => {
  for (const page of PAGES)
    for (const [, path = ''] of read(page).matchAll(
      /`((?:src|docs|test|bench|scripts|deploy)\/[\w./*-]+)`/gu,
    ))
      assert.ok(globSync(path.replace(/\.$/u, ''), { cwd: ROOT }).length > 0, `${page}: ${path}`);
});

test('every page and decision that the sources name is there', () => {
  for (const file of globSync('{src,ui,scripts,bench,test}/**/*.{ts,tsx}', { cwd: ROOT }))
    for (const [, page = ''] of read(file).matchAll(/(docs\/(?:decisions\/\d{4}|[a-z-]+\.md))/gu))
      assert.ok(globSync(`${page}*`, { cwd: ROOT }).length > 0, `${file}: ${page}`);
});

test('the code map has every folder of the sources', () => {
  const map = read('ARCHITECTURE.md');
  for (const { name } of readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  ))
    assert.ok(map.includes(`| \`src/${name}/\``), name);
  const row = map.split('\n').find((line) => line.startsWith('| `src/examine/`')) ?? '';
  for (const { name } of readdirSync(join(ROOT, 'src/examine'), { withFileTypes: true }))
    assert.ok(row.includes(`\`${name}\``), name);
});

test('docs/README.md leads to every page', () => {
  const index = read('docs/README.md');
  for (const page of readdirSync(join(ROOT, 'docs')))
    if (page.endsWith('.md') && page !== 'README.md') assert.ok(index.includes(`](${page})`), page);
});
