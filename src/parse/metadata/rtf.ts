import { decodeText } from '../mapi/code-page.ts';
import { CHARACTER_SETS } from '../mapi/rtf/fonts.ts';
import { languageTag } from '../ole/locale.ts';
import { LOCAL, type Moment } from './clock.ts';
import type { Collector } from './collector.ts';
import { collectFieldCode } from './field-code.ts';
import { isRemoteTarget } from './remote-target.ts';
import { collectRtfObjects } from './rtf-objects.ts';
import { collectRtfPictures } from './rtf-pictures.ts';

/** Destinations of the information group (RTF 1.9.1) that hold a text. */
const TEXTS: Readonly<Record<string, string>> = {
  author: 'author',
  operator: 'last-author',
  title: 'title',
  subject: 'subject',
  keywords: 'keywords',
  doccomm: 'description',
  company: 'company',
  manager: 'manager',
  category: 'category',
  hlinkbase: 'path',
};

const TIMES: Readonly<Record<string, string>> = {
  creatim: 'created',
  revtim: 'modified',
  printim: 'printed',
};

const NUMBERS: Readonly<Record<string, string>> = {
  version: 'revision',
  edmins: 'edit-minutes',
  nofpages: 'pages',
  nofwords: 'words',
  nofchars: 'characters',
  vern: 'application-build',
};

/** The information group and the lists stand before the text; pictures and text come after. */
const HEAD = 4 * 2 ** 20;
/** Characters of the list of revision ids: 4,400 of them. */
const MOST_RSIDS = 40_000;

/** What the header of an RTF file says: the information group, rsids, revisers, template, generator, language. */
export function collectRtf(bytes: Uint8Array, out: Collector): void {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString('latin1');
  const codePage = codePageOf(source, out);
  collectInfo(group(source, '{\\info'), codePage, out);
  out.field(
    'application',
    text(group(source, '{\\*\\generator'), codePage).replace(/;$/, ''),
    'RTF \\generator',
  );
  const template = text(group(source, '{\\*\\template'), codePage);
  out.field('template-path', template, 'RTF \\template');
  if (isRemoteTarget(template)) out.finding('remote-template', `${template} (RTF \\template)`);
  collectFields(source, out);
  // What every program writes for scripts from right to left, whatever language it speaks, tells nothing.
  for (const [, word = '', number = ''] of source
    .slice(0, 4096)
    .matchAll(/\\(deflang|adeflang|deflangfe)(\d{1,5})/g))
    if (word !== 'adeflang' || number !== '1025')
      out.field('language', languageTag(Number(number)), `RTF \\${word}`);
  const rsids = group(source, '{\\*\\rsidtbl');
  out.field(
    'rsid-root',
    hex(/\\rsidroot(\d{1,10})/.exec(rsids + source.slice(-4096))?.[1]),
    'RTF \\rsidroot',
  );
  const all = [...rsids.matchAll(/\\rsid(\d{1,10})/g)].map(([, number]) => hex(number));
  out.field('rsids', all.join(' ').slice(0, MOST_RSIDS), 'RTF \\rsidtbl', MOST_RSIDS);
  for (const [, name = ''] of group(source, '{\\*\\revtbl').matchAll(/\{([^{}]{1,300});\}/g))
    if (name !== 'Unknown') out.field('change-author', text(name, codePage), 'RTF \\revtbl');
  let comments = 0;
  for (const [, name = ''] of source.matchAll(/\{\\\*\\atnauthor ([^{}]{1,300})\}/g))
    if (comments++ < MOST_FIELDS) out.field('comment-author', text(name, codePage), 'RTF \\atnauthor');
  collectOwn(group(source, '{\\*\\userprops'), codePage, out);
  collectRtfObjects(bytes, out);
  collectRtfPictures(bytes, out);
  if (source.includes('{\\object')) {
    const kind = /\{\\\*\\objclass ([\w.]{1,60})/.exec(source)?.[1] ?? '';
    out.finding('embedded-object', `RTF \\object ${kind}`);
  }
}

/** `\ansicpg1251`, or the set that the first words name: `\mac`, `\pc`, `\pca`; `\ansi` says nothing more. */
function codePageOf(source: string, out: Collector): number {
  const [, set = ''] = /^\s{0,100}\{\\rtf\d{0,4}\s{0,9}\\(mac|pca|pc)(?![a-z])/.exec(source) ?? [];
  const told = /\\ansicpg(\d{1,5})/.exec(source)?.[1];
  const codePage = told === undefined ? (CHARACTER_SETS[set] ?? 1252) : Number(told);
  out.field(
    'code-page',
    String(codePage),
    told === undefined && set !== '' ? `RTF \\${set}` : 'RTF \\ansicpg',
  );
  return codePage;
}

/** Attack: fields without end, each looked through to the end of the file. */
const MOST_FIELDS = 10_000;
/** Instructions of real fields are a line long. */
const LONGEST_FIELD = 1_000;

function collectFields(source: string, out: Collector): void {
  let at = source.indexOf('\\fldinst');
  for (let count = 0; at >= 0 && count < MOST_FIELDS; count++, at = source.indexOf('\\fldinst', at + 8))
    collectFieldCode(
      source
        .slice(at, at + LONGEST_FIELD)
        .split('}', 1)
        .join(''),
      'RTF \\fldinst',
      out,
    );
}

/** Properties of the writer's own, each a name and a value. */
function collectOwn(properties: string, codePage: number, out: Collector): void {
  let count = 0;
  for (const [, name = '', value = ''] of properties.matchAll(
    /\{\\propname ([^{}]{1,200})\}\\proptype\d{1,3}\s{0,4}\{\\staticval ([^{}]{0,1000})\}/g,
  ))
    if (count++ < MOST_FIELDS)
      out.field(`custom:${text(name, codePage).slice(0, 100)}`, text(value, codePage), 'RTF \\userprops');
}

function collectInfo(info: string, codePage: number, out: Collector): void {
  for (const [word, field] of Object.entries(TEXTS))
    out.field(
      field,
      text(group(info, `{\\${word}`) || group(info, `{\\*\\${word}`), codePage),
      `RTF \\info \\${word}`,
    );
  // LibreOffice (7.4) writes who saved it last as a second author, before the time of saving.
  const second = info.indexOf('{\\author', info.indexOf('{\\author') + 1);
  if (second > 0)
    out.field(
      'last-author',
      text(group(info.slice(second), '{\\author'), codePage),
      'RTF \\info second \\author',
    );
  for (const [word, field] of Object.entries(TIMES)) {
    const moment = momentOf(group(info, `{\\${word}`));
    if (moment !== null) out.time(field, moment.time, moment, `RTF \\info \\${word}`);
  }
  for (const [word, field] of Object.entries(NUMBERS))
    out.field(field, new RegExp(`\\\\${word}(\\d{1,10})`).exec(info)?.[1], `RTF \\info \\${word}`);
}

/** `\yr2017\mo4\dy24\hr10\min5\sec3`, in local time. */
function momentOf(source: string): Moment | null {
  const number = (word: string) =>
    Number(new RegExp(`\\\\${word}(\\d{1,4})`).exec(source)?.[1] ?? Number.NaN);
  const [year, month, day] = [number('yr'), number('mo'), number('dy')];
  if (Number.isNaN(year) || year === 0 || Number.isNaN(month) || Number.isNaN(day)) return null;
  const two = (value: number) => String(Number.isNaN(value) ? 0 : value).padStart(2, '0');
  const second = number('sec');
  const time = `${year}-${two(month)}-${two(day)}T${two(number('hr'))}:${two(number('min'))}:${two(second)}`;
  if (Number.isNaN(Date.parse(`${time}Z`))) return null;
  return { time, precision: Number.isNaN(second) ? 'minute' : 'second', zone: LOCAL };
}

/** What stands in the first group that begins with `start`, without its own braces. */
function group(source: string, start: string): string {
  let at = source.indexOf(start);
  while (at >= 0 && /[a-z]/.test(source[at + start.length] ?? '')) at = source.indexOf(start, at + 1);
  if (at < 0) return '';
  let depth = 0;
  for (let end = at; end < source.length; end++) {
    const char = source[end];
    if (char === '\\') end++;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return source.slice(at + start.length, end);
  }
  return source.slice(at + start.length);
}

/** Words of a group: `\'e9`, `\u233?`, control words and inner braces taken out. */
function text(source: string, codePage: number): string {
  const bytes: number[] = [];
  let out = '';
  const flush = () => {
    if (bytes.length > 0) out += decodeText(Uint8Array.from(bytes.splice(0)), codePage);
  };
  for (const [token, hexadecimal, unicode] of source.matchAll(TOKEN)) {
    if (hexadecimal !== undefined) bytes.push(Number.parseInt(hexadecimal, 16));
    else if (unicode !== undefined) {
      flush();
      out += String.fromCharCode(Number(unicode) & 0xffff);
    } else if (token.startsWith('\\') && token.length === 2) bytes.push(token.charCodeAt(1));
    else if (!/^[\\{}\r\n]/.test(token)) bytes.push(token.charCodeAt(0) & 0xff);
  }
  flush();
  return out.trim();
}

/** After \uN stands one character for readers that do not know it (with \uc1, the default). */
const TOKEN =
  /\\'([0-9a-fA-F]{2})|\\u(-?\d{1,6}) ?(?:\\'[0-9a-fA-F]{2}|[^\\{}])?|\\[a-z]{1,32}-?\d{0,10} ?|\\[^a-z]|[^\\]/g;

function hex(number: string | undefined): string {
  return number === undefined ? '' : Number(number).toString(16).toUpperCase().padStart(8, '0');
}
