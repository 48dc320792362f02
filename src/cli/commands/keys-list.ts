import { publicKeyOf } from '../../examine/keys/public-key.ts';
import type { DomainKey } from '../../model/index.ts';
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
    const { flags, json, stdout, paint } = context;
    return await withCase(context, flags, (store) => {
      const keys = [...store.keys()];
      if (json) for (const key of keys) stdout.write(`${JSON.stringify({ ...key, ...strength(key) })}\n`);
      else stdout.write(tableOf(keys, stdout.columns, paint));
      return 0;
    });
  },
});

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
  paint: (style: 'dim', text: string) => string,
): string {
  const rows = keys.map((key) => {
    const { algorithm, bits } = strength(key);
    const period =
      key.firstSeen === null && key.lastSeen === null ? '' : `${day(key.firstSeen)}–${day(key.lastSeen)}`;
    return [
      key.domain,
      key.selector,
      key.trust,
      algorithm === null ? '?' : `${algorithm} ${bits}`,
      period,
      key.source,
    ].map(harmless);
  });
  const lines = table(
    rows,
    [{}, {}, {}, {}, {}, { shrinks: 10, style: (text) => paint('dim', text) }],
    columns,
  );
  return lines.map((line) => `${line}\n`).join('');
}

function day(iso: string | null): string {
  return iso?.slice(0, 10) ?? '';
}
