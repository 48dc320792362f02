/** What Word and Excel files have in common (ECMA-376). */
import type { DocumentFacts } from './document.ts';
import { type Member, zip } from './zip.ts';

const FORMATS = 'http://schemas.openxmlformats.org';

/** One part of a package (ECMA-376 part 2). */
export interface OfficePart {
  readonly name: string;
  readonly xml: string;
  /** Media type of the part; without it, the part is one of relationships. */
  readonly type?: string;
}

/** The package around the main part, with the properties Office keeps about author and dates. */
export function officePackage(
  parts: readonly OfficePart[],
  main: string,
  application: string,
  facts: DocumentFacts,
): Buffer {
  const all = [...parts, core(facts), app(application)];
  const types = all.filter((part) => part.type !== undefined);
  const overrides = types.map(({ name, type }) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  const members: readonly OfficePart[] = [
    {
      name: '[Content_Types].xml',
      xml: `<Types xmlns="${FORMATS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    },
    {
      name: '_rels/.rels',
      xml: `<Relationships xmlns="${FORMATS}/package/2006/relationships"><Relationship Id="rId1" Type="${FORMATS}/officeDocument/2006/relationships/officeDocument" Target="${main}"/><Relationship Id="rId2" Type="${FORMATS}/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${FORMATS}/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>`,
    },
    ...all,
  ];
  return zip(members.map(({ name, xml }): Member => ({ name, bytes: document(xml) })));
}

function core(facts: DocumentFacts): OfficePart {
  const date = (name: string, ms: number): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${new Date(ms).toISOString().slice(0, 19)}Z</dcterms:${name}>`;
  return {
    name: 'docProps/core.xml',
    type: 'application/vnd.openxmlformats-package.core-properties+xml',
    xml: `<cp:coreProperties xmlns:cp="${FORMATS}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(facts.title)}</dc:title><dc:creator>${escapeXml(facts.author)}</dc:creator><cp:lastModifiedBy>${escapeXml(facts.lastModifiedBy)}</cp:lastModifiedBy>${date('created', facts.created)}${date('modified', facts.modified)}</cp:coreProperties>`,
  };
}

function app(application: string): OfficePart {
  return {
    name: 'docProps/app.xml',
    type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    xml: `<Properties xmlns="${FORMATS}/officeDocument/2006/extended-properties"><Application>${application}</Application><AppVersion>16.0000</AppVersion></Properties>`,
  };
}

function document(xml: string): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`, 'utf8');
}

/** Text that may stand in XML, in attribute values in double quotes too. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
