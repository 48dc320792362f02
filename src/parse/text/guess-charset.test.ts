import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TextDecoder } from 'node:util';
import { decodeCharset, decodeUnlabelled } from './charset.ts';
import { AGAINST_LABEL, guessCharset, guessNameCharset } from './guess-charset.ts';

/** A byte for each letter of `text`, by turning the decoder round: Node encodes into UTF-8 alone. */
function encode(text: string, charset: string): Buffer {
  const decoder = new TextDecoder(charset);
  const bytes = new Map<string, number[]>();
  for (let one = 0xff; one >= 0; one--) bytes.set(decoder.decode(Uint8Array.of(one)), [one]);
  for (let lead = 0x81; lead <= 0xfe && WIDE.has(charset); lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if (sign.length === 1 && !bytes.has(sign)) bytes.set(sign, [lead, trail]);
    }
  }
  return Buffer.from(
    [...text].flatMap((sign) => bytes.get(sign) ?? assert.fail(`${sign} is not in ${charset}`)),
  );
}

const WIDE = new Set(['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr']);

const TEXTS: readonly (readonly [string, string])[] = [
  ['windows-1251', 'Просим подтвердить получение'],
  ['koi8-u', 'Просим подтвердить получение'],
  ['ibm866', 'Просим подтвердить получение'],
  ['iso-8859-5', 'Просим подтвердить получение'],
  ['windows-1251', 'Її лист надійшов учора'],
  ['koi8-u', 'Її лист надійшов учора'],
  ['windows-1250', 'Prosiłbym o pilną odpowiedź, śląc życzenia'],
  ['iso-8859-2', 'Prosiłbym o pilną odpowiedź, śląc życzenia'],
  ['windows-1250', 'Děkuji za rychlou odpověď, přeji hezký večer'],
  ['windows-1254', 'Toplantı yarın sabah değil, öğleden sonra başlıyor'],
  ['windows-1253', 'Η συνάντηση θα γίνει αύριο'],
  ['windows-1255', 'הפגישה תתקיים מחר'],
  ['windows-1256', 'الاجتماع غدا في المساء'],
  ['windows-874', 'การประชุมจะมีขึ้นในวันพรุ่งนี้'],
  ['gb18030', '明天下午的会议改到三点'],
  ['big5', '明天下午的會議改到三點'],
  ['shift_jis', '明日の会議は三時からです'],
  ['euc-jp', '明日の会議は三時からです'],
  ['euc-kr', '내일 회의는 세 시에 시작합니다'],
  ['iso-8859-15', 'Le cœur de la manœuvre coûtera 300 €'],
];

describe('guessCharset', () => {
  for (const [charset, text] of TEXTS) {
    it(`reads ${charset}: ${text}`, () => {
      assert.equal(decodeUnlabelled(encode(text, charset)), text);
    });
  }

  const WESTERN = [
    'Réunion à Genève',
    'déjà',
    'naïve',
    'TEST äöü +-*/~',
    'ÄÖÜäöüß',
    'éèêëàâîïôùûç',
    'åäö ÅÄÖ',
    'Größe',
    'El año pasado, ¿verdad?',
    'São Paulo: não há informações',
    'smörgåsbord på lördag',
    'ça coûte 30 £ – « environ » 35 €',
    'it’s “quoted” text…',
    '• one\n• two\n• three',
    'can´t',
    '20 °C ± 2, 3½ m²',
    '\u00a0\u00a0\u00a0indented',
  ];
  for (const text of WESTERN) {
    it(`leaves ${text.trim()} as it is in windows-1252`, () => {
      // iso-8859-15 has the same letters.
      assert.equal(decodeUnlabelled(encode(text, 'windows-1252')), text);
      assert.equal(guessCharset(encode(text, 'windows-1252'), AGAINST_LABEL), 'windows-1252');
    });
  }

  it('reads names of files in the code page of the machine they were packed on', () => {
    for (const [charset, name] of [
      ['ibm866', 'Договор аренды.doc'],
      ['gb18030', '会议记录.doc'],
      ['shift_jis', '契約書.pdf'],
      ['euc-kr', '회의록.doc'],
      ['windows-1252', 'façade à côté.pdf'],
    ] as const) {
      const bytes = encode(name, charset);
      assert.equal(decodeCharset(bytes, guessNameCharset(bytes)), name);
    }
    const dos = Buffer.from([
      0x72, 0x82, 0x75, 0x6e, 0x69, 0x6f, 0x6e, 0x20, 0x85, 0x20, 0x50, 0x61, 0x72, 0x69, 0x73,
    ]);
    assert.equal(guessNameCharset(dos), 'ibm437');
  });

  it('does not take noise for a language', () => {
    const noise = Buffer.alloc(2000);
    for (let i = 0, state = 1; i < noise.length; i++) {
      state = (state * 48271) % 2147483647;
      noise[i] = state & 0xff || 1;
    }
    assert.equal(guessCharset(noise), 'windows-1252');
    assert.equal(guessCharset(Buffer.alloc(5000, 0xff)), 'windows-1252');
  });

  it('overrules the label of Western Europe where it is absurd, and no other', () => {
    const text = 'Уважаемые коллеги, совещание переносится на завтра.';
    assert.equal(decodeCharset(encode(text, 'windows-1251'), 'iso-8859-1'), text);
    assert.equal(decodeCharset(encode(text, 'koi8-r'), 'us-ascii'), text);
    assert.equal(decodeCharset(encode(text, 'windows-1251'), 'utf-8'), text);
    assert.notEqual(decodeCharset(encode(text, 'windows-1251'), 'koi8-r'), text);
  });

  it('keeps UTF-8 that is damaged in places', () => {
    const damaged = Buffer.concat([
      Buffer.from('Élysée, réunion à '),
      Buffer.of(0xe9),
      Buffer.from(' Genève'),
    ]);
    assert.equal(decodeCharset(damaged, 'utf-8'), 'Élysée, réunion à \ufffd Genève');
  });
});
