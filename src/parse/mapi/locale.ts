/**
 * The ANSI code page of a Windows locale (LCID), for 8-bit strings of messages that name no code page;
 * null for the Western ones, which prove nothing: an English Outlook runs on any system (MS-LCID).
 */
export function codePageOfLocale(locale: number): number | null {
  return BY_LOCALE[locale & 0xffff] ?? BY_LANGUAGE[locale & 0x3ff] ?? null;
}

const BY_LOCALE: Readonly<Record<number, number>> = {
  1028: 950,
  3076: 950,
  5124: 950,
  3098: 1251,
  7194: 1251,
};

const BY_LANGUAGE: Readonly<Record<number, number>> = {
  1: 1256,
  2: 1251,
  4: 936,
  5: 1250,
  8: 1253,
  13: 1255,
  14: 1250,
  17: 932,
  18: 949,
  21: 1250,
  24: 1250,
  25: 1251,
  26: 1250,
  27: 1250,
  28: 1250,
  30: 874,
  31: 1254,
  32: 1256,
  34: 1251,
  35: 1251,
  36: 1250,
  37: 1257,
  38: 1257,
  39: 1257,
  41: 1256,
  42: 1258,
  47: 1251,
};
