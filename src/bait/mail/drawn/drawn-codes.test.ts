import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../../model/index.ts';
import { guardedOf } from '../guarded.ts';
import { judgeMail } from '../judge-mail.ts';
import { readView } from '../read-view.ts';
import { CODE } from '../testing/code.ts';
import { HTML, mail } from '../testing/mail.ts';
import { drawnLinks } from './drawn-codes.ts';

const HOST = 'portal-office.fr';
const rows = CODE.map((line) => [...line].map((letter) => letter === '#'));
const isDark = (y: number, x: number): boolean => rows[y]?.[x] === true;
const joined = (of: (dark: boolean) => string, between: string): string =>
  rows.map((row) => row.map(of).join('')).join(between);

async function hostsIn(html: string | null, plain = ''): Promise<string[]> {
  return (await drawnLinks(html, plain)).map(({ host, place }) => `${host} ${place}`);
}

const table = (cells: (dark: boolean) => string, attributes = ''): string =>
  `<p>Scan me</p><table cellspacing=0 ${attributes}><tr>${joined(cells, '</tr>\n  <tr>')}</tr></table>`;

/** Runs of the same colour as one wide cell, as makers of such tables save letters. */
const runs = (cell: (dark: boolean, count: number) => string): string =>
  `<table>${rows
    .map((row) => {
      let [line, from] = ['', 0];
      for (let at = 1; at <= row.length; at++)
        if (row[at] !== row[from]) {
          line += cell(row[from] === true, at - from);
          from = at;
        }
      return `<tr>${line}</tr>`;
    })
    .join('')}</table>`;

test('a code out of table cells is read, however their colour and their width are given', async () => {
  const pages: Readonly<Record<string, string>> = {
    bgcolor: table((dark) => `<td width=4 height=4 bgcolor=${dark ? '#000000' : '#FFFFFF'}></td>`),
    'without a hash, light on a light ground': table((dark) => (dark ? '<td bgcolor="000">' : '<td>')),
    style: table(
      (dark) => `<td style="padding:0;background:${dark ? 'rgb(10, 10, 60)' : '#fff'}">&nbsp;</td>`,
    ),
    'dark ground': table((dark) => (dark ? '<td></td>' : '<td bgcolor=white></td>'), 'bgcolor=black'),
    'inner elements': table(
      (dark) =>
        `<td><div style="width:4px;height:4px;background-color:${dark ? 'black' : 'white'}"></div></td>`,
    ),
    classes: `<style>.q1{background:#111;width:4px} .q0{ background-color: #fff }</style>${table((dark) => `<td class="c ${dark ? 'q1' : 'q0'}"></td>`)}`,
    colspan: runs((dark, count) => `<td colspan=${count} bgcolor=${dark ? 'navy' : 'white'}></td>`),
    widths: runs((dark, count) => `<td width="${count * 5}" bgcolor=${dark ? '#000' : '#fff'}></td>`),
    'a table around it': `<table bgcolor=white><tr><td>Hello</td></tr><tr><td>${table((dark) => `<td bgcolor=${dark ? 'black' : 'white'}></td>`)}</td></tr></table>`,
  };
  for (const [name, html] of Object.entries(pages))
    assert.deepEqual(await hostsIn(html), [`${HOST} drawn-code`], name);
});

test('a code out of coloured elements and spaces is read', async () => {
  const divs = `<div>${joined((dark) => `<div style="float:left;width:5px;height:5px;background:${dark ? '#000' : '#fff'}"></div>`, '</div>\n<div>')}</div>`;
  assert.deepEqual(await hostsIn(divs), [`${HOST} drawn-code`]);
  const spans = `<pre>${joined((dark) => `<span style="background:${dark ? 'black' : 'white'}">  </span>`, '\n')}</pre>`;
  assert.deepEqual(await hostsIn(spans), [`${HOST} drawn-code`]);
  const coloured = joined((dark) => `<font color="${dark ? '#000000' : '#ffffff'}">██</font>`, '<br>');
  assert.deepEqual(await hostsIn(`<div>${coloured}</div>`), [`${HOST} drawn-code`]);
});

/** Two rows of modules in a line, the margin in letters too where the code is light on dark. */
function halfBlocks(inverted: boolean): string {
  const lines: string[] = [];
  const seen = (y: number, x: number): boolean => isDark(y, x) !== inverted;
  for (let y = -4; y < rows.length + 4; y += 2) {
    let line = '';
    for (let x = -4; x < rows.length + 4; x++) {
      const [upper, lower] = [seen(y, x), seen(y + 1, x)];
      line += upper ? (lower ? '█' : '▀') : lower ? '▄' : ' ';
    }
    lines.push(line.trimEnd());
  }
  return lines.join('\n');
}

test('a code out of block letters or of any two letters is read, in a text and in a page', async () => {
  const texts: Readonly<Record<string, string>> = {
    'half blocks': halfBlocks(false),
    'half blocks, light on dark': halfBlocks(true),
    'full blocks': joined((dark) => (dark ? '██' : '  '), '\n'),
    'full blocks, indented, double spaced': joined((dark) => (dark ? '██' : '\u00a0 '), '\n\n').replace(
      /^/gmu,
      '   ',
    ),
    hashes: joined((dark) => (dark ? '##' : '..'), '\n'),
    'ones and noughts': joined((dark) => (dark ? '1' : '0'), '\n'),
    squares: joined((dark) => (dark ? '⬛' : '⬜\ufe0f'), '\n'),
  };
  for (const [name, text] of Object.entries(texts)) {
    const mailText = `Bonjour,\n\nScannez ce code :\n\n${text}\n\nLe service informatique`;
    assert.deepEqual(await hostsIn(null, mailText), [`${HOST} drawn-code`], name);
    assert.deepEqual(
      await hostsIn(`<p>Scan</p><pre>\n${text}\n</pre>`),
      [`${HOST} drawn-code`],
      `${name}, pre`,
    );
    const broken = text.replaceAll(' ', '&nbsp;').replaceAll('\n', '<br>\n');
    assert.deepEqual(await hostsIn(`<p>Scan<br>${broken}<br>End</p>`), [`${HOST} drawn-code`], `${name}, br`);
  }
});

test('what is drawn is a reason of its own; tables, texts and junk without a code say nothing', async () => {
  const html = table((dark) => `<td bgcolor=${dark ? 'black' : 'white'}></td>`);
  const view = await readView(mail({ ...HTML, From: 'a@example.org', Subject: 'x' }, html), DEFAULT_LIMITS);
  const { reasons, score } = judgeMail(view, guardedOf([], []));
  assert.deepEqual(reasons[0]?.code, 'bait-qr-drawn');
  assert.ok(score >= 50);
  const striped = `<table>${'<tr><td bgcolor=black>1</td><td bgcolor=white>2</td></tr>'.repeat(60)}</table>`;
  const noise = Array.from({ length: 40 }, (_, y) =>
    Array.from({ length: 40 }, (_, x) => ((x * 7 + y * y * 3) % 5 < 2 ? '█' : ' ')).join(''),
  );
  assert.deepEqual(
    await hostsIn(striped, `${'-'.repeat(70)}\n${noise.join('\n')}\n${'=+'.repeat(4000)}`),
    [],
  );
  assert.deepEqual(await hostsIn('<table><tr><td bgcolor="'.repeat(3000)), []);
  assert.deepEqual(await hostsIn(`${'<table><tr><td>'.repeat(5000)}█`), []);
});
