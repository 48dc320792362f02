import type { PackageReader } from '../document/package.ts';
import { attribute, xmlTokens } from '../document/xml-tokens.ts';
import type { Collector } from './collector.ts';

/** What SpreadsheetML keeps in the workbook part: builds, the folder it was saved in, who opened it for writing. */
export function collectSpreadsheetParts(reader: PackageReader, out: Collector): void {
  for (const part of reader.matching(/^xl\/workbook\d{0,3}\.xml$/i)) {
    for (const token of xmlTokens(reader.part(part) ?? '')) {
      if (token.type !== 'open') continue;
      const get = (name: string) => attribute(token.attributes, name);
      if (token.name === 'fileVersion') {
        const edits = ['appName', 'lastEdited', 'lowestEdited', 'rupBuild'].map(get);
        const told = edits.slice(0, edits.findLastIndex((each) => each !== null) + 1);
        out.field('application-build', told.map((each) => each ?? '-').join(' '), `${part} fileVersion`);
      } else if (token.name === 'absPath') out.field('path', get('url'), `${part} x15ac:absPath`);
      else if (token.name === 'fileSharing')
        out.field('write-access', get('userName'), `${part} fileSharing`);
      else if (token.name === 'calcPr') out.field('calculation-id', get('calcId'), `${part} calcPr calcId`);
      else if (token.name === 'sheet' && /hidden/i.test(get('state') ?? ''))
        out.finding('hidden-sheet', get('name') ?? '');
      else if (token.name === 'documentId')
        out.field('document-id', get('documentId') ?? get('val'), `${part} documentId`);
      else if (token.name === 'revisionPtr')
        out.field('document-id', get('documentId'), `${part} xr:revisionPtr`);
    }
  }
  for (const part of reader.matching(/^xl\/revisions\/(?:userNames|revisionHeaders)\.xml$/i)) {
    for (const token of xmlTokens(reader.part(part) ?? '')) {
      if (token.type === 'open' && (token.name === 'userInfo' || token.name === 'header'))
        out.field(
          'person',
          attribute(token.attributes, 'name') ?? attribute(token.attributes, 'userName'),
          part,
        );
    }
  }
}
