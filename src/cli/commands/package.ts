import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { buildPackage, LAYOUT, type PackageReport, signingKey } from '../../evidence-package/index.ts';
import type { Language } from '../../model/text.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { QUERY_ARGUMENT, queryText } from '../item-argument.ts';
import { harmless } from '../terminal/cells.ts';
import { counted, FILES, ITEMS, noun } from '../terminal/counted.ts';
import { formatBytes } from '../terminal/format.ts';
import { UsageError } from '../usage-error.ts';
import { version } from '../version.ts';
import { logAct, withCase } from '../with-case.ts';

const CONTENTS = ['items', 'sources', 'both'] as const;

export const packageCommand = defineCommand({
  path: ['package'],
  summary: {
    en: 'Write an evidence package: originals, findings, custody log, signed',
    fr: 'Écrire un paquet de preuves\u00a0: originaux, constats, journal, signé',
  },
  description: {
    en: 'A bag by RFC 8493 that tamis verify, sha256sum and openssl confirm. With a query it holds the bytes of what is found and of the messages that carry it; without one, the files of the dump as they lay there. The reference is only listed.\n\n--key signs it with Ed25519; where the file is missing a new key is written there, for its owner only. A request for a time stamp (RFC 3161) lies ready: send it to an authority yourself, then tamis package stamp.\n\nExit code 1 when something asked for could not be packed. Never writes over anything.',
    fr: 'Un «\u00a0bag\u00a0» selon la RFC 8493, que confirment tamis verify, sha256sum et openssl. Avec une requête\u00a0: les octets de ce qui est trouvé et des messages qui le portent\u202f; sans requête\u00a0: les fichiers de la fuite tels quels. La référence est seulement listée.\n\n--key signe par Ed25519\u202f; si le fichier n’existe pas, une nouvelle clé y est écrite, pour son seul propriétaire. Une demande d’horodatage (RFC 3161) est prête\u00a0: l’envoyer soi-même à une autorité, puis tamis package stamp.\n\nCode de sortie 1 si une partie de la demande n’a pu être incluse. N’écrase jamais rien.',
  },
  positionals: [QUERY_ARGUMENT],
  flags: [
    ...CASE_FLAGS,
    {
      name: 'output',
      short: 'o',
      type: 'string',
      metavar: 'DIR',
      summary: { en: 'a new or empty folder', fr: 'un dossier nouveau ou vide' },
    },
    {
      name: 'key',
      short: 'k',
      type: 'string',
      metavar: 'FILE',
      summary: {
        en: 'private key to sign with; made if there is none',
        fr: 'clé privée pour signer\u202f; créée si elle manque',
      },
    },
    {
      name: 'contents',
      type: 'enum',
      values: CONTENTS,
      summary: {
        en: 'which bytes: what is found, the files of the dump, or both',
        fr: 'quels octets\u00a0: ce qui est trouvé, les fichiers de la fuite, ou les deux',
      },
    },
  ],
  examples: [
    {
      line: 'tamis package verdict:altered --key team.key -o evidence',
      summary: { en: 'every altered item, for a prosecutor', fr: 'tout ce qui est altéré, pour un parquet' },
    },
  ],
  run: async (context) => {
    const { flags, args, json, lang, stdout, cwd, signal, now } = context;
    if (flags.output === undefined)
      throw new UsageError(
        { en: '-o is missing: DIR.', fr: 'il manque -o\u00a0: DIR.' },
        Number.MAX_SAFE_INTEGER,
      );
    const folder = resolve(cwd, flags.output);
    const query = queryText(args.query);
    return await withCase(context, flags, async (store) => {
      const key = flags.key === undefined ? null : signingKey(resolve(cwd, flags.key));
      const contents = contentsOf(flags.contents ?? (query === '' ? 'sources' : 'items'));
      const nonce = randomBytes(16);
      const options = { query, contents, key, now: now(), nonce, version: version(), signal };
      const report = await buildPackage(store, folder, options);
      const { seal, signer, findings } = report;
      logAct(context, store, 'packaged', { path: folder, query, contents, findings, seal, signer });
      if (json) stdout.write(`${JSON.stringify({ path: folder, ...report })}\n`);
      else stdout.write(reportText(report, folder, lang));
      return report.leftOut.length === 0 ? EXIT.ok : EXIT.failed;
    });
  },
});

function contentsOf(word: (typeof CONTENTS)[number]): readonly ('items' | 'sources')[] {
  return word === 'both' ? ['items', 'sources'] : [word];
}

const FINDINGS = noun('finding', 'findings', 'constat', 'constats');

function reportText(report: PackageReport, folder: string, lang: Language): string {
  const { findings, items, sources, bytes, seal, signer, leftOut } = report;
  const size = formatBytes(bytes, lang);
  const lines = {
    en: [
      `${folder}: ${counted(findings, FINDINGS, lang)}, bytes of ${counted(items, ITEMS, lang)} and ${counted(sources, FILES, lang)}, ${size}`,
      `seal (SHA-256 of ${LAYOUT.tagManifest}): ${seal}`,
      signer === null ? 'not signed (--key)' : `signed by ${signer}`,
      `time stamp: send ${LAYOUT.request} to an authority, then tamis package stamp`,
    ],
    fr: [
      `${folder}\u00a0: ${counted(findings, FINDINGS, lang)}, octets de ${counted(items, ITEMS, lang)} et de ${counted(sources, FILES, lang)}, ${size}`,
      `sceau (SHA-256 de ${LAYOUT.tagManifest})\u00a0: ${seal}`,
      signer === null ? 'non signé (--key)' : `signé par ${signer}`,
      `horodatage\u00a0: envoyer ${LAYOUT.request} à une autorité, puis tamis package stamp`,
    ],
  }[lang];
  for (const { type, path, why } of leftOut)
    lines.push(
      {
        en: `left out: ${type} ${harmless(path)} (${why})`,
        fr: `laissé de côté\u00a0: ${type} ${harmless(path)} (${why})`,
      }[lang],
    );
  return `${lines.join('\n')}\n`;
}
