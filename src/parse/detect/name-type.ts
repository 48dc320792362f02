import { archive, document, type Match, mailbox, other } from './detection.ts';
import type { MailHint } from './mail-type.ts';

/** An Office file with a password: an OLE file around it ([MS-OFFCRYPTO] 2.3). */
const ENCRYPTED = 'application/encrypted';
const WORD = ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', ENCRYPTED];
const WORKBOOK = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ENCRYPTED];
const SLIDES = ['application/vnd.openxmlformats-officedocument.presentationml.presentation', ENCRYPTED];
/** OpenDocument whose list of types is lost is told without saying of what it is. */
const OPEN = 'application/vnd.oasis.opendocument';

/**
 * What the extensions of names promise. The first type is the usual one, the others are as good. `text`
 * stands for any text. Extensions that are not here promise nothing.
 */
const PROMISES: Readonly<Record<string, readonly string[]>> = {
  eml: ['message/rfc822', 'application/mbox', 'multipart/related'],
  emlx: ['application/x-emlx', 'message/rfc822'],
  mbox: ['application/mbox'],
  pst: ['application/vnd.ms-outlook-pst'],
  ost: ['application/vnd.ms-outlook-pst'],
  olm: ['application/x-olm'],
  msg: ['application/vnd.ms-outlook', 'message/rfc822', 'application/mbox'],
  oft: ['application/vnd.ms-outlook'],
  tnef: ['application/ms-tnef'],
  mht: ['multipart/related', 'message/rfc822'],
  mhtml: ['multipart/related', 'message/rfc822'],
  p7m: ['application/pkcs7-mime'],
  p7s: ['application/pkcs7-signature'],
  pdf: ['application/pdf'],
  doc: ['application/msword', 'application/rtf', 'text/html', 'text/xml', 'multipart/related'],
  dot: ['application/msword', 'text/plain'],
  docx: WORD,
  docm: WORD,
  dotx: WORD,
  dotm: WORD,
  xls: ['application/vnd.ms-excel', 'text/html', 'text/xml', 'text/csv', 'multipart/related'],
  xlt: ['application/vnd.ms-excel'],
  xla: ['application/vnd.ms-excel'],
  xlsx: WORKBOOK,
  xlsm: WORKBOOK,
  xltx: WORKBOOK,
  xltm: WORKBOOK,
  xlam: WORKBOOK,
  xlsb: ['application/vnd.ms-excel.sheet.binary.macroenabled.12', ENCRYPTED],
  ppt: ['application/vnd.ms-powerpoint'],
  pps: ['application/vnd.ms-powerpoint'],
  pptx: SLIDES,
  pptm: SLIDES,
  ppsx: SLIDES,
  ppsm: SLIDES,
  potx: SLIDES,
  potm: SLIDES,
  ppam: SLIDES,
  odt: [`${OPEN}.text`, OPEN],
  ott: [`${OPEN}.text-template`, OPEN],
  ods: [`${OPEN}.spreadsheet`, OPEN],
  ots: [`${OPEN}.spreadsheet-template`, OPEN],
  odp: [`${OPEN}.presentation`, OPEN],
  otp: [`${OPEN}.presentation-template`, OPEN],
  odg: [`${OPEN}.graphics`, OPEN],
  fodt: [`${OPEN}.text-flat-xml`],
  fods: [`${OPEN}.spreadsheet-flat-xml`],
  fodp: [`${OPEN}.presentation-flat-xml`],
  sxw: ['application/vnd.sun.xml.writer'],
  sxc: ['application/vnd.sun.xml.calc'],
  sxi: ['application/vnd.sun.xml.impress'],
  vsd: ['application/vnd.visio'],
  vsdx: ['application/vnd.ms-visio.drawing', ENCRYPTED],
  vsdm: ['application/vnd.ms-visio.drawing', ENCRYPTED],
  xps: ['application/oxps'],
  oxps: ['application/oxps'],
  one: ['application/onenote'],
  wpd: ['application/vnd.wordperfect'],
  mdb: ['application/vnd.ms-access'],
  accdb: ['application/vnd.ms-access'],
  epub: ['application/epub+zip'],
  rtf: ['application/rtf'],
  ps: ['application/postscript'],
  html: ['text/html', 'text/xml', 'application/xhtml+xml'],
  htm: ['text/html', 'text/xml', 'application/xhtml+xml'],
  xhtml: ['application/xhtml+xml', 'text/html', 'text/xml'],
  xml: ['text/xml', 'application/rdf+xml', 'image/svg+xml', 'text/html'],
  txt: ['text'],
  log: ['text'],
  md: ['text'],
  csv: ['text'],
  tsv: ['text'],
  json: ['application/json', 'text'],
  ics: ['text/calendar'],
  vcs: ['text/calendar'],
  vcf: ['text/vcard'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  png: ['image/png'],
  gif: ['image/gif'],
  bmp: ['image/bmp'],
  tif: ['image/tiff'],
  tiff: ['image/tiff'],
  webp: ['image/webp'],
  heic: ['image/heic', 'image/heif'],
  heif: ['image/heif', 'image/heic'],
  avif: ['image/avif', 'image/heif'],
  jp2: ['image/jp2'],
  jxl: ['image/jxl'],
  psd: ['image/vnd.adobe.photoshop'],
  svg: ['image/svg+xml', 'text/xml'],
  emf: ['image/emf'],
  zip: ['application/zip'],
  jar: ['application/java-archive', 'application/zip'],
  '7z': ['application/x-7z-compressed'],
  rar: ['application/vnd.rar'],
  tar: ['application/x-tar'],
  gz: ['application/gzip'],
  tgz: ['application/gzip'],
  bz2: ['application/x-bzip2'],
  xz: ['application/x-xz'],
  zst: ['application/zstd'],
  cab: ['application/vnd.ms-cab-compressed'],
  exe: ['application/vnd.microsoft.portable-executable'],
};

/**
 * For unrecognised bytes the name is all there is: formats without a reliable signature, and containers,
 * whose reader then says what is wrong with them. A damaged archive must not pass for a nameless blob.
 */
const BY_NAME: ReadonlyMap<string, Match> = new Map<string, Match>([
  ['mp3', other('audio/mpeg')],
  ['mpg', other('video/mpeg')],
  ['dbf', other('application/dbf')],
  ['wq2', document('application/x-quattro-pro')],
  ['wk1', document('application/vnd.lotus-1-2-3')],
  ['zip', archive('application/zip', 'zip')],
  ['7z', archive('application/x-7z-compressed', '7z')],
  ['rar', archive('application/vnd.rar', 'rar')],
  ['tar', archive('application/x-tar', 'tar')],
  ['gz', archive('application/gzip', 'gz')],
  ['tgz', archive('application/gzip', 'gz')],
  ['bz2', archive('application/x-bzip2', 'bz2')],
  ['xz', archive('application/x-xz', 'xz')],
  ['zst', archive('application/zstd', 'zst')],
  ['pst', mailbox('application/vnd.ms-outlook-pst', 'pst')],
  ['ost', mailbox('application/vnd.ms-outlook-pst', 'pst')],
  ['olm', mailbox('application/x-olm', 'olm')],
  ['pmm', mailbox('application/x-pegasus-pmm', null)],
  // Outlook 2011 and 2016 for Mac: a file for each message, for its source, and for each of its attachments.
  ...[
    'olk14message',
    'olk14msgsource',
    'olk14msgattach',
    'olk15message',
    'olk15msgsource',
    'olk15msgattachment',
  ].map((ending) => [ending, mailbox('application/x-outlook-mac-olk', null)] as const),
]);

/** Mailboxes of Thunderbird, Eudora and Unix that have no extension. */
const MAILBOX_NAMES = /^(?:inbox|sent|sent items|drafts|trash|junk|archives?|templates|outbox|mbox)$/i;

/** Last part of a path, `/` or `\`. */
function ownName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
}

/** In lower case, without the dot; empty when there is none. */
export function extensionOf(name: string): string {
  const own = ownName(name);
  const dot = own.lastIndexOf('.');
  return dot > 0 ? own.slice(dot + 1).toLowerCase() : '';
}

/** What the name says about mail: extension, Maildir, MH number, the usual folders of mail programs. */
export function mailHint(name: string, extension: string): MailHint {
  const own = ownName(name);
  return {
    message: isMessageName(name, extension) || extension === 'msg',
    emlx: extension === 'emlx',
    number: /^\d{1,9}\.?$/.test(own),
    mailbox: extension === 'mbox' || extension === 'mbx' || MAILBOX_NAMES.test(own),
  };
}

/**
 * A name only a message has: `.eml`, or a Maildir's: flags after `:2,` (`!2,` or `;2,` where colons are not
 * allowed), or in `cur` or `new` under a name that begins with the time of delivery.
 */
export function isMessageName(name: string, extension: string): boolean {
  if (extension === 'eml') return true;
  return /[:!;]2,[A-Za-z,]{0,60}$/.test(name) || /(?:^|\/)(?:cur|new)\/\d{6,}\.[^/]{1,255}$/.test(name);
}

/** What unrecognised bytes are by their name, or null. */
export function typeByName(extension: string): Match | null {
  return BY_NAME.get(extension) ?? null;
}

/** One sentence when the extension promises another type than was found, else null. */
export function mismatchOf(extension: string, type: string): string | null {
  const promised = Object.hasOwn(PROMISES, extension) ? PROMISES[extension] : undefined;
  if (promised === undefined || type === 'inode/x-empty') return null;
  const kept = promised.some((promise) => promise === type || (promise === 'text' && isText(type)));
  return kept ? null : `The name ends in .${extension}, the content is ${type}.`;
}

function isText(type: string): boolean {
  return (
    type.startsWith('text/') ||
    type === 'application/json' ||
    type === 'message/rfc822' ||
    type === 'application/mbox'
  );
}
