import { LAYOUT, PAYLOAD } from './layout.ts';

/** README.txt: how to check the package with tools that everybody has, in both languages. */
export function readmeText(signer: string | null): string {
  const { tagManifest, signature, signer: key, request, token } = LAYOUT;
  const commands = [
    'sha256sum -c manifest-sha256.txt',
    `sha256sum -c ${tagManifest}`,
    ...(signer === null
      ? []
      : [`openssl pkeyutl -verify -pubin -inkey ${key} -rawin -in ${tagManifest} -sigfile ${signature}`]),
    `openssl ts -verify -data ${tagManifest} -in ${token} -CAfile ROOT.pem`,
    'tamis verify .',
  ];
  const told = commands.map((command) => `    ${command}`).join('\n');
  const [en, fr] =
    signer === null
      ? ['This package is not signed.', 'Ce paquet n’est pas signé.']
      : [
          `It is signed with the Ed25519 key whose fingerprint (SHA-256) is\n\n    ${signer}\n\nThe key lies beside it. Whose key it is the package cannot show: ask for the fingerprint on another way.`,
          `Il est signé par la clé Ed25519 dont l’empreinte (SHA-256) est\n\n    ${signer}\n\nLa clé est jointe. À qui elle appartient, le paquet ne peut pas le montrer\u00a0: demander l’empreinte par une autre voie.`,
        ];
  return `EVIDENCE PACKAGE

A bag by RFC 8493. ${PAYLOAD.findings} says of each item what was found, and why, in words and codes;
${PAYLOAD.case} says what was asked for and what had to be left out. The files under data/ come from a
leak: they may be false, and they may be dangerous to open.

To check that nothing was changed, taken out or added, here:

${told}

The line with "openssl ts" needs an answer of a time-stamping authority to ${request}, imported
with "tamis package stamp". ${en}

PAQUET DE PREUVES

Un «\u00a0bag\u00a0» selon la RFC 8493. ${PAYLOAD.findings} dit de chaque élément ce qui a été constaté, et pourquoi\u202f;
${PAYLOAD.case} dit ce qui a été demandé et ce qui a dû être laissé de côté. Les fichiers sous data/
viennent d’une fuite\u00a0: ils peuvent être faux, et dangereux à ouvrir.

Les commandes ci-dessus vérifient que rien n’a été changé, retiré ni ajouté. Celle qui commence par
«\u00a0openssl ts\u00a0» suppose la réponse d’une autorité d’horodatage à ${request}, importée par
«\u00a0tamis package stamp\u00a0». ${fr}
`;
}
