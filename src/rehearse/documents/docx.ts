import type { DocumentContent } from './document.ts';
import { escapeXml, officePackage } from './office.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** An Office Open XML text, a paragraph for each line. */
export function docx({ lines, facts }: DocumentContent): Buffer {
  const body = [facts.title, ...lines].map(
    (text) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`,
  );
  const part = {
    name: 'word/document.xml',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    xml: `<w:document xmlns:w="${WORD}"><w:body>${body.join('')}</w:body></w:document>`,
  };
  return officePackage([part], part.name, 'Microsoft Office Word', facts);
}
