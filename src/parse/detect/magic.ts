import { archive, document, image, type Match, mailbox, message, other } from './detection.ts';

/** Bytes at a fixed place that name a format: `..` in the pattern stands for any byte. */
interface Magic {
  readonly at: number;
  readonly bytes: readonly (number | null)[];
  readonly match: Match;
}

/** The format by its leading bytes, or null. Formats that need a closer look (zip, CFB, text) are elsewhere. */
export function matchMagic(head: Uint8Array): Match | null {
  for (const magic of BY_FIRST_BYTE[head[0] ?? 0] ?? []) if (fits(magic, head)) return magic.match;
  for (const magic of ELSEWHERE) if (fits(magic, head)) return magic.match;
  return null;
}

function fits(magic: Magic, head: Uint8Array): boolean {
  const { at, bytes } = magic;
  if (head.length < at + bytes.length) return false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte !== null && head[at + i] !== byte) return false;
  }
  return true;
}

/** A pattern: text in quotes stands for its ASCII bytes, the rest is hexadecimal, `..` any byte. */
function magic(pattern: string, match: Match, at = 0): Magic {
  const bytes: (number | null)[] = [];
  for (const piece of pattern.match(/'[^']*'|\.\.|[0-9A-F]{2}/g) ?? []) {
    if (piece.startsWith("'")) for (const char of piece.slice(1, -1)) bytes.push(char.charCodeAt(0));
    else bytes.push(piece === '..' ? null : Number.parseInt(piece, 16));
  }
  return { at, bytes, match };
}

const MPEG_AUDIO = other('audio/mpeg');
const MP4 = other('video/mp4');
const HEIC = image('image/heic');
const MATROSKA = other('video/x-matroska');
const EXECUTABLE = other('application/vnd.microsoft.portable-executable');

/** Sources: the formats' own specifications, the IANA media types, Kessler's signature table. */
const MAGICS: readonly Magic[] = [
  // Mail
  magic("'!BDN'", mailbox('application/vnd.ms-outlook-pst', 'pst')),
  magic('78 9F 3E 22', { ...message, type: 'application/ms-tnef', kind: 'archive', container: 'tnef' }),
  // The list of folders has the same beginning and no messages.
  magic('CF AD 12 FE C6 FD 74 6F', other('application/vnd.ms-outlook-express-folders')),
  magic('CF AD 12 FE C5 FD 74 6F', mailbox('application/vnd.ms-outlook-express-dbx', 'dbx')),
  magic('CF AD 12 FE', mailbox('application/vnd.ms-outlook-express-dbx', null)),
  magic('1A 00 00 04 00 00', mailbox('application/vnd.lotus-notes', null)),
  magic("'BABYL OPTIONS:'", mailbox('application/x-babyl', 'babyl')),
  magic("'*mbx*' 0D 0A", mailbox('application/x-mbx', 'mbx')),
  // Dovecot's own form, one message a file or many: version, size of a message's header, time, first message.
  magic("'2 M' .. .. ' C' .. .. .. .. .. .. .. .. 0A 01 02", mailbox('application/x-dovecot-dbox', 'dbox')),
  magic('10 10 10 10 10 10 10 11 11 11 11 11 11 53', mailbox('application/x-foxmail-box', null)),
  magic('21 09 70 19 30', mailbox('application/x-thebat-tbb', null)),
  // Archives
  magic("'7z' BC AF 27 1C", archive('application/x-7z-compressed', '7z')),
  magic("'Rar!' 1A 07", archive('application/vnd.rar', 'rar')),
  magic("'RE~^'", archive('application/vnd.rar', 'rar')),
  magic('1F 8B', archive('application/gzip', 'gz')),
  magic("'BZh' .. 31 41 59 26 53 59", archive('application/x-bzip2', 'bz2')),
  magic("'BZh' .. 17 72 45 38 50 90", archive('application/x-bzip2', 'bz2')),
  magic("FD '7zXZ' 00", archive('application/x-xz', 'xz')),
  magic('28 B5 2F FD', archive('application/zstd', 'zst')),
  // A skippable frame in front, which zstd and lz4 share (RFC 8878, 3.1.2); zstd is what writes them.
  magic('50 2A 4D 18', archive('application/zstd', 'zst')),
  magic('51 2A 4D 18', archive('application/zstd', 'zst')),
  magic('5E 2A 4D 18', archive('application/zstd', 'zst')),
  magic('.. 2A 4D 18 .. .. .. .. 28 B5 2F FD', archive('application/zstd', 'zst')),
  magic('1F 9D', archive('application/x-compress', 'z')),
  magic('04 22 4D 18', archive('application/x-lz4', 'lz4')),
  magic('02 21 4C 18', archive('application/x-lz4', 'lz4')),
  magic("'LZIP'", archive('application/x-lzip', 'lz')),
  magic('5D 00 00 .. .. FF FF FF FF FF FF FF FF', archive('application/x-lzma', 'lzma')),
  magic("'-lh' .. '-'", archive('application/x-lzh-compressed', 'lzh'), 2),
  magic("'-lz' .. '-'", archive('application/x-lzh-compressed', 'lzh'), 2),
  magic('60 EA', archive('application/x-arj', 'arj')),
  magic("'MSCF' 00 00 00 00", archive('application/vnd.ms-cab-compressed', 'cab')),
  magic("'!<arch>' 0A", archive('application/x-archive', 'ar')),
  magic("'070701'", archive('application/x-cpio', 'cpio')),
  magic("'070702'", archive('application/x-cpio', 'cpio')),
  magic("'070707'", archive('application/x-cpio', 'cpio')),
  magic('C7 71', archive('application/x-cpio', 'cpio')),
  magic('71 C7', archive('application/x-cpio', 'cpio')),
  magic("'xar!'", archive('application/x-xar', 'xar')),
  magic("'MSWIM' 00 00 00", archive('application/x-ms-wim', 'wim')),
  magic('ED AB EE DB', archive('application/x-rpm', 'rpm')),
  magic("'ustar'", archive('application/x-tar', 'tar'), 257),
  magic("'CD001'", archive('application/x-iso9660-image', 'iso'), 32769),
  magic("'WARC/'", other('application/warc')),
  // Documents
  magic("'{\\rtf'", document('application/rtf')),
  magic("'%!PS'", document('application/postscript')),
  magic("FF 'WPC'", document('application/vnd.wordperfect')),
  magic("00 01 00 00 'Standard Jet DB'", document('application/vnd.ms-access')),
  magic("00 01 00 00 'Standard ACE DB'", document('application/vnd.ms-access')),
  magic('E4 52 5C 7B 8C D8 A7 4D', document('application/onenote')),
  magic('A1 2F FF 43 D9 EF 76 4C', document('application/onenote')),
  magic("'ITSF' 03 00 00 00", document('application/vnd.ms-htmlhelp')),
  magic('31 BE 00 00 00 AB', document('application/x-mswrite')),
  magic('32 BE 00 00 00 AB', document('application/x-mswrite')),
  magic('DB A5', document('application/msword')),
  magic('FE 37 00', document('application/msword')),
  magic('09 00 04 00', document('application/vnd.ms-excel')),
  magic('09 02 06 00', document('application/vnd.ms-excel')),
  magic('09 04 06 00', document('application/vnd.ms-excel')),
  magic('09 08 08 00 00 05', document('application/vnd.ms-excel')),
  magic('09 08 10 00 00 06', document('application/vnd.ms-excel')),
  magic('00 00 02 00 06 04 06 00', document('application/vnd.lotus-1-2-3')),
  magic('00 00 1A 00 .. 10 04 00', document('application/vnd.lotus-1-2-3')),
  magic('00 00 02 00 20 51 06 00', document('application/x-quattro-pro')),
  magic("'HWP Document File'", document('application/x-hwp')),
  magic("'AT&TFORM' .. .. .. .. 'DJV'", document('image/vnd.djvu')),
  magic("'AC10'", document('image/vnd.dwg')),
  // Images
  magic('FF D8 FF', image('image/jpeg')),
  magic("89 'PNG' 0D 0A 1A 0A", image('image/png')),
  magic("'GIF8' .. 'a'", image('image/gif')),
  magic("'II' 2A 00", image('image/tiff')),
  magic("'MM' 00 2A", image('image/tiff')),
  magic("'II' 2B 00", image('image/tiff')),
  magic("'MM' 00 2B", image('image/tiff')),
  magic("'BM' .. .. .. .. 00 00 00 00 .. .. 00 00", image('image/bmp')),
  magic("'RIFF' .. .. .. .. 'WEBP'", image('image/webp')),
  magic("'8BPS' 00", image('image/vnd.adobe.photoshop')),
  magic("00 00 00 0C 'jP  '", image('image/jp2')),
  magic('FF 4F FF 51', image('image/jp2')),
  magic("00 00 00 0C 'JXL '", image('image/jxl')),
  magic('00 00 01 00 .. 00 .. ..', image('image/vnd.microsoft.icon')),
  magic('D7 CD C6 9A', image('image/wmf')),
  // Without the placeable header, [MS-WMF] 2.3.2.2: in memory or on disk, nine words, version 3.0.
  magic('01 00 09 00 00 03', image('image/wmf')),
  magic('02 00 09 00 00 03', image('image/wmf')),
  magic(
    "01 00 00 00 .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ' EMF'",
    image('image/emf'),
  ),
  magic("'ftypheic'", HEIC, 4),
  magic("'ftypheix'", HEIC, 4),
  magic("'ftyphevc'", HEIC, 4),
  magic("'ftypmif1'", image('image/heif'), 4),
  magic("'ftypmsf1'", image('image/heif'), 4),
  magic("'ftypavif'", image('image/avif'), 4),
  // Sound, pictures that move, programs, data bases
  magic("'ftypM4A'", other('audio/mp4'), 4),
  magic("'ftypqt'", other('video/quicktime'), 4),
  magic("'ftyp3g'", other('video/3gpp'), 4),
  magic("'ftyp'", MP4, 4),
  magic("'moov'", other('video/quicktime'), 4),
  magic("'RIFF' .. .. .. .. 'WAVE'", other('audio/vnd.wave')),
  magic("'RIFF' .. .. .. .. 'AVI '", other('video/vnd.avi')),
  magic("'ID3'", MPEG_AUDIO),
  magic('FF FB', MPEG_AUDIO),
  magic('FF F3', MPEG_AUDIO),
  magic("'OggS'", other('application/ogg')),
  magic("'fLaC'", other('audio/flac')),
  magic("'#!AMR'", other('audio/amr')),
  magic('1A 45 DF A3', MATROSKA),
  magic('00 00 01 BA', other('video/mpeg')),
  magic('00 00 01 B3', other('video/mpeg')),
  magic('30 26 B2 75 8E 66 CF 11', other('video/x-ms-asf')),
  magic("'FLV' 01", other('video/x-flv')),
  magic("'MZ'", EXECUTABLE),
  magic("7F 'ELF'", other('application/x-executable')),
  magic('CF FA ED FE', other('application/x-mach-binary')),
  magic('EF CD AB 89', other('application/x-ese-database'), 4),
  magic('CA FE BA BE', other('application/java-vm')),
  magic("'dex' 0A", other('application/vnd.android.dex')),
  magic("'SQLite format 3' 00", document('application/vnd.sqlite3')),
  magic("'LUKS' BA BE", other('application/x-luks')),
  magic("'KDMV'", other('application/x-vmdk')),
  magic('D4 C3 B2 A1', other('application/vnd.tcpdump.pcap')),
  magic('0A 0D 0D 0A', other('application/x-pcapng')),
  magic("'regf'", other('application/x-windows-registry')),
  magic("'ElfFile' 00", other('application/x-ms-evtx')),
  magic('4C 00 00 00 01 14 02 00', other('application/x-ms-shortcut')),
  magic("'wOF'", other('font/woff')),
  magic("'OTTO'", other('font/otf')),
  magic('00 01 00 00 00', other('font/ttf')),
  magic("'bplist00'", other('application/x-bplist')),
  magic('03 D9 A2 9A 67 FB 4B B5', other('application/x-keepass')),
];

/** Only the magics that can fit are tried: this runs for every file of a dump. */
const BY_FIRST_BYTE: readonly (readonly Magic[])[] = Array.from({ length: 256 }, (_, byte) =>
  MAGICS.filter((magic) => magic.at === 0 && magic.bytes[0] === byte),
);
const ELSEWHERE: readonly Magic[] = MAGICS.filter((magic) => magic.at !== 0 || magic.bytes[0] === null);
