import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stampPackage } from '../../evidence-package/index.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { stampLine } from '../package-text.ts';
import { TRUST_FLAG, trustedCertificates } from '../trust-files.ts';

export const packageStamp = defineCommand({
  path: ['package', 'stamp'],
  summary: {
    en: 'Put an authority’s time stamp into an evidence package',
    fr: 'Ajouter à un paquet de preuves l’horodatage d’une autorité',
  },
  description: {
    en: 'The answer (RFC 3161) is checked without a connection: that it is for this package and for this request, and that its signature holds. Without --trust the chain is not checked, and it is said.\n\nTo ask an authority: curl -H "Content-Type: application/timestamp-query" --data-binary @tagmanifest-sha256.txt.tsq URL -o answer.tsr',
    fr: 'La réponse (RFC 3161) est vérifiée sans connexion\u00a0: qu’elle vaut pour ce paquet et cette demande, et que sa signature tient. Sans --trust, la chaîne n’est pas vérifiée, et c’est dit.\n\nPour demander à une autorité\u00a0: curl -H "Content-Type: application/timestamp-query" --data-binary @tagmanifest-sha256.txt.tsq URL -o answer.tsr',
  },
  positionals: [
    {
      name: 'package',
      metavar: 'PACKAGE',
      required: true,
      summary: { en: 'folder of the package', fr: 'dossier du paquet' },
    },
    {
      name: 'token',
      metavar: 'FILE',
      required: true,
      summary: { en: 'what the authority answered', fr: 'ce que l’autorité a répondu' },
    },
  ],
  flags: [TRUST_FLAG],
  run: async ({ args, flags, json, lang, cwd, stdout }) => {
    const trusted = trustedCertificates(flags.trust, cwd);
    const stamp = await stampPackage(
      resolve(cwd, args.package),
      readFileSync(resolve(cwd, args.token)),
      trusted,
    );
    stdout.write(json ? `${JSON.stringify(stamp)}\n` : `${stampLine(stamp, lang)}\n`);
    return EXIT.ok;
  },
});
