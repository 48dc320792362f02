import { publicKeyOf } from '../../examine/keys/public-key.ts';
import type { DomainKey } from '../../model/index.ts';
import type { Language, Text } from '../../model/text.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { harmless } from '../terminal/cells.ts';
import { table } from '../terminal/table.ts';
import { withCase } from '../with-case.ts';

export const keysList = defineCommand({
  path: ['keys', 'list'],
  summary: { en: 'The DKIM keys the case knows', fr: 'Les clés DKIM que l’enquête connaît' },
  positionals: [],
  flags: [...CASE_FLAGS],
  run: async (context) => {
    const { flags, json, lang, stdout, stderr, paint } = context;
    return await withCase(context, flags, (store) => {
      const keys = [...store.keys()];
      if (json) for (const key of keys) stdout.write(`${JSON.stringify({ ...key, ...strength(key) })}\n`);
      else if (keys.length === 0) stderr.write(`${NONE[lang]}\n`);
      else stdout.write(tableOf(keys, stdout.columns, lang, paint));
      return 0;
    });
  },
});

const NONE: Text = {
  en: 'The case knows no key. "tamis keys import FILE" brings some in (docs/key-files.md).',
  fr: 'Le dossier ne connaît aucune clé. «\u00a0tamis keys import FICHIER\u00a0» en apporte (docs/key-files.md).',
};

interface Strength {
  readonly algorithm: string | null;
  readonly bits: number | null;
  readonly fingerprint: string | null;
}

function strength(key: DomainKey): Strength {
  const read = publicKeyOf(key);
  if (read.type === 'problem') return { algorithm: null, bits: null, fingerprint: null };
  return { algorithm: read.algorithm, bits: read.bits, fingerprint: read.fingerprint };
}

function tableOf(
  keys: readonly DomainKey[],
  columns: number,
  lang: Language,
  paint: (style: 'dim', text: string) => string,
): string {
  const rows = keys.map((key) => {
    const period =
      key.firstSeen === null && key.lastSeen === null ? '' : `${day(key.firstSeen)}–${day(key.lastSeen)}`;
    return [key.domain, key.selector, key.trust, strengthText(key, lang), period, key.source].map(harmless);
  });
  const lines = table(
    rows,
    [{}, {}, {}, {}, {}, { shrinks: 10, style: (text) => paint('dim', text) }],
    columns,
  );
  return lines.map((line) => `${line}\n`).join('');
}

function strengthText(key: DomainKey, lang: Language): string {
  const read = publicKeyOf(key);
  if (read.type === 'key') return `${read.algorithm} ${read.bits}`;
  return read.why === 'key-revoked'
    ? { en: 'withdrawn', fr: 'retirée' }[lang]
    : { en: 'unusable', fr: 'inutilisable' }[lang];
}

function day(iso: string | null): string {
  return iso?.slice(0, 10) ?? '';
}
