import type { PackageReader } from '../document/package.ts';
import { attribute, xmlTokens } from '../document/xml-tokens.ts';
import { isoMoment, LOCAL } from './clock.ts';
import type { Collector } from './collector.ts';
import { collectPackageMedia, embedPart } from './package-media.ts';
import { isRemoteTarget } from './remote-target.ts';

/** Elements of meta.xml, OpenDocument 1.3 part 3, 4.3. */
const FIELDS: Readonly<Record<string, string>> = {
  generator: 'application',
  'initial-creator': 'author',
  creator: 'last-author',
  'creation-date': 'created',
  date: 'modified',
  'printed-by': 'printed-by',
  'print-date': 'printed',
  'editing-duration': 'edit-duration',
  'editing-cycles': 'revision',
  title: 'title',
  subject: 'subject',
  description: 'description',
  keyword: 'keywords',
  language: 'language',
};

/** Attack: a text of millions of tracked changes, each kept with its author and date. */
const MOST_CHANGES = 20_000;

/** The preview, objects of other programs, and the pictures that stand for objects where those cannot be shown. */
const OBJECT = /^Thumbnails\/thumbnail\.|^Obj[^/]{0,40}$|^ObjectReplacements\/[^/]+$/i;

/** What an OpenDocument file says about itself. `isClosed`: it has a password that was not given. */
export function collectOpenDocument(reader: PackageReader, out: Collector, isClosed = false): void {
  collectMeta(reader.part('meta.xml') ?? '', out);
  collectSettings(reader.part('settings.xml') ?? '', out);
  collectNotes(reader.part('content.xml') ?? '', out);
  for (const name of reader.names) {
    if (OBJECT.test(name)) embedPart(reader, name, out, isClosed);
    else if (/^(?:Basic|Scripts)\/.+/.test(name)) out.finding('macros', name);
  }
  collectPackageMedia(reader, out, isClosed);
  const packed = reader.packed('content.xml') ?? reader.packed('meta.xml');
  if (packed !== null)
    out.clock('zip entry, time of packing', { time: packed, precision: '2s', zone: LOCAL });
}

function collectMeta(xml: string, out: Collector): void {
  let name = '';
  let custom = '';
  for (const token of xmlTokens(xml)) {
    if (token.type === 'close') name = '';
    else if (token.type === 'open') {
      name = token.empty ? '' : token.name;
      custom = attribute(token.attributes, 'name') ?? '';
      if (token.name === 'template') {
        out.field('template', attribute(token.attributes, 'title'), 'meta.xml meta:template');
        const template = attribute(token.attributes, 'href') ?? '';
        out.field('template-path', template, 'meta.xml meta:template');
        if (isRemoteTarget(template)) out.finding('remote-template', `${template} (meta.xml)`);
        const date = attribute(token.attributes, 'date') ?? '';
        out.time('template-time', date, isoMoment(date), 'meta.xml meta:template date');
      } else if (token.name === 'document-statistic') {
        for (const key of ['page-count', 'word-count', 'character-count', 'table-count'])
          out.field(key, attribute(token.attributes, key), 'meta.xml meta:document-statistic');
      }
    } else if (name === 'user-defined') {
      const where = `meta.xml meta:user-defined ${custom.slice(0, 100)}`;
      out.time(`custom:${custom.slice(0, 100)}`, token.text, isoMoment(token.text), where);
    } else {
      const field = FIELDS[name];
      if (field === undefined) continue;
      const moment = /date/.test(name) ? isoMoment(token.text) : null;
      out.time(field, token.text, moment, `meta.xml ${name}`);
    }
  }
}

function collectSettings(xml: string, out: Collector): void {
  let name = '';
  for (const token of xmlTokens(xml)) {
    if (token.type === 'open') name = attribute(token.attributes, 'name') ?? '';
    else if (token.type === 'close') name = '';
    else if (name === 'PrinterName') out.field('printer', token.text, 'settings.xml PrinterName');
    else if (name === 'Rsid' || name === 'RsidRoot')
      out.field('rsid-root', token.text, `settings.xml ${name}`);
  }
}

/** Elements whose target is fetched when the document is opened; links that a reader follows are not among them. */
const EXTERNAL = new Set([
  'image',
  'object',
  'object-ole',
  'plugin',
  'section-source',
  'cell-range-source',
  'dde-source',
]);

/** Authors and times of annotations and tracked changes: dc:creator and dc:date inside of the text. */
function collectNotes(xml: string, out: Collector): void {
  let kind = '';
  let name = '';
  let found = 0;
  let style = '';
  const hidden = new Set<string>();
  for (const token of xmlTokens(xml)) {
    if (token.type === 'open') {
      name = token.name;
      if (name === 'style') style = attribute(token.attributes, 'name') ?? '';
      else if (name === 'table-properties' && attribute(token.attributes, 'display') === 'false')
        hidden.add(style);
      else if (name === 'table' && hidden.has(attribute(token.attributes, 'style-name') ?? ''))
        out.finding('hidden-sheet', `${attribute(token.attributes, 'name') ?? ''} (content.xml)`);
      if (name === 'annotation' || name === 'change-info') kind = name;
      const target = EXTERNAL.has(name) ? (attribute(token.attributes, 'href') ?? '') : '';
      if (isRemoteTarget(target)) out.finding('external-link', `${target} (content.xml ${name})`);
      if (name === 'event-listener') out.finding('macros', 'content.xml script:event-listener');
      if (name === 'object-ole') out.finding('embedded-object', 'content.xml draw:object-ole');
    } else if (token.type === 'close') {
      if (token.name === kind) kind = '';
      name = '';
    } else if (kind !== '' && (name === 'creator' || name === 'date') && found++ < MOST_CHANGES) {
      const where = `content.xml ${kind}`;
      const author = kind === 'annotation' ? 'comment-author' : 'change-author';
      if (name === 'creator') out.field(author, token.text, where);
      else out.clock(where, isoMoment(token.text));
    }
  }
}
