import { type DocumentContent, isoSeconds, xml } from './sheet.ts';
import type { ZipMember } from './zip.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const OFFICE = 'http://schemas.openxmlformats.org';

/** The parts every Office Open XML file has, with properties as Office writes them (ECMA-376). */
export function officeParts(
  content: DocumentContent,
  {
    application,
    main,
    mainType,
    minutes,
  }: { application: string; main: string; mainType: string; minutes: number },
): ZipMember[] {
  return [
    member('[Content_Types].xml', contentTypes(main, mainType)),
    member('_rels/.rels', relationships(main)),
    member('docProps/app.xml', appProperties(content, application, minutes)),
    member('docProps/core.xml', coreProperties(content)),
  ];
}

/** A part of an Office file (ECMA-376): XML in UTF-8 behind its declaration. */
export function member(name: string, text: string): ZipMember {
  return { name, bytes: Buffer.from(HEAD + text, 'utf8') };
}

function contentTypes(main: string, mainType: string): string {
  const part = (name: string, type: string): string =>
    `<Override PartName="/${name}" ContentType="${type}"/>`;
  const vnd = 'application/vnd.openxmlformats-officedocument';
  const sheet = mainType.includes('spreadsheet')
    ? part('xl/worksheets/sheet1.xml', `${vnd}.spreadsheetml.worksheet+xml`)
    : '';
  return `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part(main, mainType)}${sheet}${part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}${part('docProps/app.xml', `${vnd}.extended-properties+xml`)}</Types>`;
}

function relationships(main: string): string {
  const one = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return `<Relationships xmlns="${OFFICE}/package/2006/relationships">${one(3, 'officeDocument/2006/relationships/extended-properties', 'docProps/app.xml')}${one(2, 'package/2006/relationships/metadata/core-properties', 'docProps/core.xml')}${one(1, 'officeDocument/2006/relationships/officeDocument', main)}</Relationships>`;
}

function appProperties({ company }: DocumentContent, application: string, minutes: number): string {
  return `<Properties xmlns="${OFFICE}/officeDocument/2006/extended-properties"><Template>Normal.dotm</Template><TotalTime>${minutes}</TotalTime><Application>${application}</Application><DocSecurity>0</DocSecurity><ScaleCrop>false</ScaleCrop><Company>${xml(company)}</Company><LinksUpToDate>false</LinksUpToDate><SharedDoc>false</SharedDoc><HyperlinksChanged>false</HyperlinksChanged><AppVersion>16.0000</AppVersion></Properties>`;
}

function coreProperties({ title, author, created, modified }: DocumentContent): string {
  const time = (name: string, at: number): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${isoSeconds(at)}</dcterms:${name}>`;
  return `<cp:coreProperties xmlns:cp="${OFFICE}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(title)}</dc:title><dc:creator>${xml(author)}</dc:creator><cp:lastModifiedBy>${xml(author)}</cp:lastModifiedBy><cp:revision>${1 + (minutes(created, modified) % 7)}</cp:revision>${time('created', created)}${time('modified', modified)}</cp:coreProperties>`;
}

function minutes(from: number, to: number): number {
  return Math.max(0, Math.round((to - from) / 60_000));
}
