import type { Text } from '../language.ts';

const same = (name: string): Text => ({ en: name, fr: name });

/** Media types by what people call them; the type itself is the title wherever one stands. */
const TYPE_NAMES: Readonly<Record<string, Text>> = {
  'message/rfc822': { en: 'mail', fr: 'courriel' },
  'application/mbox': { en: 'mailbox (mbox)', fr: 'boîte (mbox)' },
  'application/vnd.ms-outlook-pst': { en: 'Outlook store (PST)', fr: 'fichier Outlook (PST)' },
  'application/vnd.ms-outlook': { en: 'Outlook message', fr: 'message Outlook' },
  'application/x-olm': { en: 'Outlook store (OLM)', fr: 'fichier Outlook (OLM)' },
  'application/ms-tnef': same('winmail.dat'),
  'application/pdf': same('PDF'),
  'application/msword': same('Word (doc)'),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': same('Word (docx)'),
  'application/vnd.ms-excel': same('Excel (xls)'),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': same('Excel (xlsx)'),
  'application/vnd.ms-excel.sheet.binary.macroenabled.12': same('Excel (xlsb)'),
  'application/vnd.ms-powerpoint': same('PowerPoint (ppt)'),
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': same('PowerPoint (pptx)'),
  'application/vnd.oasis.opendocument.text': same('OpenDocument (odt)'),
  'application/vnd.oasis.opendocument.spreadsheet': same('OpenDocument (ods)'),
  'application/vnd.oasis.opendocument.presentation': same('OpenDocument (odp)'),
  'application/rtf': same('RTF'),
  'application/postscript': same('PostScript'),
  'text/plain': { en: 'text', fr: 'texte' },
  'text/html': { en: 'web page', fr: 'page web' },
  'text/csv': { en: 'table (CSV)', fr: 'tableau (CSV)' },
  'text/xml': same('XML'),
  'application/json': same('JSON'),
  'text/calendar': { en: 'calendar', fr: 'agenda' },
  'text/vcard': { en: 'contact', fr: 'contact' },
  'image/jpeg': same('JPEG'),
  'image/png': same('PNG'),
  'image/gif': same('GIF'),
  'image/webp': same('WebP'),
  'image/bmp': same('BMP'),
  'image/tiff': same('TIFF'),
  'image/heic': same('HEIC'),
  'image/heif': same('HEIF'),
  'image/svg+xml': same('SVG'),
  'application/zip': same('ZIP'),
  'application/vnd.rar': same('RAR'),
  'application/x-7z-compressed': same('7z'),
  'application/x-tar': same('TAR'),
  'application/gzip': same('gzip'),
  'application/zstd': same('Zstandard'),
  'application/x-bzip2': same('bzip2'),
  'application/x-xz': same('xz'),
  'application/pkcs7-signature': { en: 'S/MIME signature', fr: 'signature S/MIME' },
  'application/pkcs7-mime': same('S/MIME'),
  'application/pgp-signature': { en: 'PGP signature', fr: 'signature PGP' },
  'application/pgp-encrypted': { en: 'PGP, encrypted', fr: 'PGP, chiffré' },
  'application/pgp-keys': { en: 'PGP key', fr: 'clé PGP' },
  'application/encrypted': { en: 'encrypted', fr: 'chiffré' },
  'application/octet-stream': { en: 'unknown bytes', fr: 'octets inconnus' },
};

/** The type itself where it has no name. */
export function typeName(type: string): Text {
  return (Object.hasOwn(TYPE_NAMES, type) ? TYPE_NAMES[type] : undefined) ?? same(type);
}
