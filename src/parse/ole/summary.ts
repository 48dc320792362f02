import { filetimeMoment } from '../metadata/clock.ts';
import type { Collector } from '../metadata/collector.ts';
import { headingLanguage } from '../metadata/heading-words.ts';
import type { Compound } from './compound.ts';
import { languageTag } from './locale.ts';
import { type OleProperty, readPropertySets } from './property-set.ts';

/** SummaryInformation, [MS-OLEPS] 3.1.1; times and numbers included. */
const SUMMARY: Readonly<Record<number, string>> = {
  2: 'title',
  3: 'subject',
  4: 'author',
  5: 'keywords',
  6: 'description',
  7: 'template',
  8: 'last-author',
  9: 'revision',
  10: 'edit-minutes',
  11: 'printed',
  12: 'created',
  13: 'modified',
  14: 'pages',
  15: 'words',
  16: 'characters',
  18: 'application',
  19: 'security',
};

/** DocumentSummaryInformation, first section, [MS-OSHARED] 2.3.3.2.2.1. */
const DOCUMENT: Readonly<Record<number, string>> = {
  2: 'category',
  3: 'presentation-format',
  5: 'lines',
  6: 'paragraphs',
  7: 'slides',
  8: 'notes',
  12: 'interface-language',
  14: 'manager',
  15: 'company',
  23: 'application-version',
  26: 'content-type',
  27: 'content-status',
  28: 'language',
  29: 'version',
};

const SECTIONS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  f29f85e0: SUMMARY,
  d5cdd502: DOCUMENT,
};

const SUMMARY_STREAMS = ['\u0005SummaryInformation', '\u0005DocumentSummaryInformation'];

/** Property sets, directory times and class of a compound file, wherever in it they are. */
export function collectSummary(compound: Compound, out: Collector): void {
  for (const name of SUMMARY_STREAMS) {
    for (const section of readPropertySets(compound.stream(name) ?? new Uint8Array())) {
      const fields = SECTIONS[section.format];
      const place = `${name.slice(1)} ${fields === undefined ? 'own property' : 'property'}`;
      out.field('code-page', String(section.codePage), `${name.slice(1)} property 1`);
      for (const property of section.properties)
        collectProperty(property, fields?.[property.id] ?? ownField(property), place, out);
    }
  }
  collectDirectory(compound, out);
}

/** A property without a name is of a program's own making and says nothing to a person. */
function ownField({ name }: OleProperty): string | null {
  return name === '' ? null : `custom:${name.slice(0, 100)}`;
}

function collectProperty(property: OleProperty, field: string | null, place: string, out: Collector): void {
  if (field === null) return;
  const { value, id, name } = property;
  const where = `${place} ${name === '' ? id : name}`;
  // [MS-OSHARED] 2.3.3.2.3.1: what all relative links of the document are relative to.
  if (name === '_PID_LINKBASE' && value.type === 'blob')
    out.field('path', Buffer.from(value.bytes).toString('utf16le'), where);
  else if (value.type === 'text') out.field(field, value.text, where);
  else if (value.type === 'texts') out.field(field, headingLanguage(value.texts), `${where} HeadingPairs`);
  else if (value.type === 'number') out.field(field, numberText(field, value.number), where);
  else if (value.type === 'filetime' && field === 'edit-minutes')
    // A span of time in a field made for moments.
    out.field(field, String(value.ticks / 600_000_000n), where);
  else if (value.type === 'filetime') {
    const moment = filetimeMoment(value.ticks);
    if (moment !== null) out.time(field, moment.time, moment, where);
  }
}

function numberText(field: string, number: number): string {
  if (field === 'application-version')
    return `${(number >>> 16) & 0xffff}.${String(number & 0xffff).padStart(4, '0')}`;
  if (field === 'language') return languageTag(number);
  return String(number);
}

/** Directory entries that are set at all ([MS-CFB] 2.6.4): FILETIMEs of storages, class of the root. */
function collectDirectory({ file }: Compound, out: Collector): void {
  const { root } = file;
  if (root === null) return;
  if (!/^[0{}-]*$/.test(root.classId)) out.field('class-id', root.classId, 'CFB root entry');
  for (const entry of [root, ...file.entries]) {
    const where = `CFB directory ${entry.path.length === 0 ? 'root' : entry.path.join('/')}`;
    for (const [kind, time] of [
      ['created', entry.created],
      ['modified', entry.modified],
    ] as const) {
      if (time !== null && !Number.isNaN(Date.parse(time)) && Date.parse(time) > 0)
        out.clock(`${where} ${kind}`, {
          time: new Date(time).toISOString(),
          precision: '100ns',
          zone: 'UTC',
        });
    }
    if (entry.type === 'storage' && /^(?:_VBA_PROJECT_CUR|Macros|VBA)$/i.test(entry.path.at(-1) ?? ''))
      out.finding('macros', entry.path.join('/'));
  }
}
