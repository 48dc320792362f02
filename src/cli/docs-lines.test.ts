/** Whatever a page tells to type is something the program takes. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { leadingFlags } from './early-flags.ts';
import { findCommand } from './find-command.ts';
import { parseArguments } from './parse-arguments.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Lines that begin with `tamis` or `./tamis`, in blocks of code and in code within sentences. */
function linesOf(page: string): readonly string[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  const blocks = [...text.matchAll(/^```\w*\n(.*?)^```/gmsu)].flatMap((match) =>
    (match[1] ?? '').split('\n'),
  );
  const inline = [...text.replaceAll(/^```.*?^```/gmsu, '').matchAll(/`((?:\.\/)?tamis [^`\n]+)`/gu)].map(
    (match) => match[1] ?? '',
  );
  return [...blocks.map((line) => line.replace(/^\s*\$ /u, '').trim()), ...inline].filter((line) =>
    /^(?:\.\/)?tamis [a-z]/u.test(line),
  );
}

/** As a shell would part it, without what follows a pipe, a redirection or a remark. */
function wordsOf(line: string): readonly string[] {
  const words: string[] = [];
  for (const match of line.matchAll(/'([^']*)'|"([^"]*)"|([^\s'"]+)/gu)) {
    const plain = match[3];
    if (plain !== undefined && /^(?:[|>#&]|2>)/u.test(plain)) break;
    words.push(match[1] ?? match[2] ?? plain ?? '');
  }
  return words.slice(1);
}

/** Not the shape of a command that docs/cli.md shows, nor one with a part left open, nor the first of two lines. */
function isWhole(line: string): boolean {
  return !/\[FLAGS\]|…|\.\.\.(?!@)|\\$|\$\{| --[a-z-]+$/u.test(line);
}

/** A synopsis as somebody would fill it in, without what may be left out. */
function filledIn(line: string): string {
  return line
    .replaceAll(/ \[[^\]]+\]/gu, '')
    .replace('--format FORMAT', '--format csv')
    .replace('GATE', 'G1');
}

test('every line of the pages that begins with tamis is one the program takes', async () => {
  const wrong: string[] = [];
  let tried = 0;
  for (const page of globSync(['*.md', 'docs/*.md', 'demo/*.md'], { cwd: ROOT }))
    for (const line of linesOf(page).filter(isWhole)) {
      const words = wordsOf(filledIn(line));
      if (words[0] === 'help' || words.includes('--help')) continue;
      try {
        const found = findCommand(words, leadingFlags(words));
        if (found.type === 'group') continue;
        const typed = words.map((word, at) => ({ word, at })).slice(found.words);
        // In a sentence a command stands for itself, without what it needs.
        if (typed.length > 0) parseArguments(await found.entry.load(), typed, words.length);
      } catch (error) {
        wrong.push(`${page}: ${line}: ${error instanceof Error ? error.message : error}`);
      }
      tried += 1;
    }
  assert.deepEqual(wrong, []);
  assert.ok(tried > 150, String(tried));
});
