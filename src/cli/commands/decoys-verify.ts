import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { certificatesOf, type Report, verificationReport, verifyItem } from '../../decoys/verify/index.ts';
import { readItem } from '../../decoys/verify/read-item.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { harmless } from '../terminal/cells.ts';
import type { Paint } from '../terminal/paint.ts';
import { TRUST_FLAG, trustedCertificates } from '../trust-files.ts';

export const decoysVerify = defineCommand({
  path: ['decoys', 'verify'],
  summary: {
    en: 'Check an opening against an item of a leak; needs nothing else',
    fr: 'Confronter une ouverture à un élément d’une fuite\u202f; sans rien d’autre',
  },
  description: {
    en: 'Needs no ledger and no connection. Says that a commitment is of this item and how old it is; not that what the item says is false, and nothing of any other item. Exit code 1 where the opening does not hold or the item is another.',
    fr: 'Sans registre ni connexion. Dit qu’un engagement porte sur cet élément et de quand il date\u202f; ni que ce que dit l’élément est faux, ni rien d’un autre élément. Code de sortie 1 si l’ouverture ne tient pas ou si l’élément en est un autre.',
  },
  positionals: [
    {
      name: 'opening',
      metavar: 'OPENING',
      required: true,
      summary: { en: 'file of tamis decoys open', fr: 'fichier de tamis decoys open' },
    },
    {
      name: 'item',
      metavar: 'FILE',
      required: true,
      summary: { en: 'the item as it was leaked', fr: 'l’élément tel qu’il a fui' },
    },
  ],
  flags: [
    TRUST_FLAG,
    {
      name: 'key',
      type: 'string',
      metavar: 'KEY',
      summary: {
        en: 'the key that the owner published; without it the opening’s own is taken',
        fr: 'la clé publiée par le propriétaire\u202f; sans elle, celle de l’ouverture est prise',
      },
    },
  ],
  run: async ({ flags, args, json, lang, stdout, cwd, paint }) => {
    const roots = trustedCertificates(flags.trust, cwd).flatMap((pem) => certificatesOf(Buffer.from(pem)));
    const opening = readFileSync(resolve(cwd, args.opening), 'utf8');
    const bytes = readFileSync(resolve(cwd, args.item));
    const item = await readItem(bytes, basename(args.item));
    const found = await verifyItem(opening, item, { roots, key: flags.key ?? null });
    const report = verificationReport(found, lang);
    stdout.write(json ? `${JSON.stringify({ ...shown(found), report })}\n` : reportText(report, paint));
    const likeness = found.item?.type;
    const isDecoy = likeness !== undefined && likeness !== 'not-this-decoy' && likeness !== 'could-not-check';
    return isDecoy ? EXIT.ok : EXIT.failed;
  },
});

/** Without the root, which is bytes. */
function shown({ opening, item }: Awaited<ReturnType<typeof verifyItem>>): object {
  if (opening.type === 'invalid') return { opening, item };
  const { origin, size, root } = opening.checkpoint;
  const checkpoint = { origin, size, root: Buffer.from(root).toString('hex') };
  return { opening: { ...opening, checkpoint }, item };
}

function reportText({ headline, lines, limits }: Report, paint: Paint): string {
  const all = [
    paint('bold', harmless(headline)),
    ...lines.map(harmless),
    '',
    ...limits.map((line) => paint('dim', line)),
  ];
  return `${all.join('\n')}\n`;
}
