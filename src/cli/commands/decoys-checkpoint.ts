import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type KeptCheckpoint, type Ledger, readDecoySet, writeWhole } from '../../decoys/ledger/index.ts';
import { certificatesOf, readToken, type TokenReading, tokenText } from '../../decoys/verify/index.ts';
import { timestampRequest } from '../../timestamp/index.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { PASSPHRASE_FLAG } from '../passphrase.ts';
import { TRUST_FLAG, trustedCertificates } from '../trust-files.ts';
import { LEDGER_FLAG, withLedger } from '../with-ledger.ts';

export const decoysCheckpoint = defineCommand({
  path: ['decoys', 'checkpoint'],
  summary: {
    en: 'Commit to decoys: add sets to the ledger, sign it, bring in time stamps',
    fr: 'S’engager sur des leurres\u00a0: ajouter des jeux au registre, le signer, y porter des horodatages',
  },
  description: {
    en: 'Makes the ledger where there is none. Writes the signed checkpoint and a request for a time stamp (RFC 3161) to files: a person carries the request to an authority, and brings the answer back with --token. Opens no connection. Do this before planting: only then does a time stamp show that the decoys are older than the leak.',
    fr: 'Crée le registre s’il n’existe pas. Écrit le point de contrôle signé et une demande d’horodatage (RFC 3161) dans des fichiers\u00a0: une personne porte la demande à une autorité et rapporte la réponse avec --token. N’ouvre aucune connexion. À faire avant de déposer les leurres\u00a0: alors seulement un horodatage montre qu’ils sont plus anciens que la fuite.',
  },
  positionals: [
    {
      name: 'sets',
      metavar: 'SET',
      required: false,
      many: true,
      summary: { en: 'folders of tamis decoys generate', fr: 'dossiers de tamis decoys generate' },
    },
  ],
  flags: [
    LEDGER_FLAG,
    PASSPHRASE_FLAG,
    {
      name: 'token',
      type: 'strings',
      metavar: 'FILE',
      summary: { en: 'answers of time-stamp authorities', fr: 'réponses d’autorités d’horodatage' },
    },
    TRUST_FLAG,
    {
      name: 'held',
      type: 'string',
      metavar: 'NOTE',
      summary: {
        en: 'a checkpoint somebody else holds: check that the ledger continues it, and write the proof',
        fr: 'un point de contrôle détenu par autrui\u00a0: vérifier que le registre le continue, et écrire la preuve',
      },
    },
    {
      name: 'out',
      type: 'string',
      metavar: 'DIR',
      summary: {
        en: 'where checkpoint and request are written; else beside the ledger’s own files',
        fr: 'où écrire le point de contrôle et la demande\u202f; sinon avec les fichiers du registre',
      },
    },
  ],
  examples: [
    {
      line: 'tamis decoys checkpoint ~/decoys --out to-stamp',
      summary: {
        en: 'add a set, get a request to carry away',
        fr: 'ajouter un jeu, obtenir une demande à porter',
      },
    },
    {
      line: 'tamis decoys checkpoint --token answer.tsr --trust authority.pem',
      summary: { en: 'bring in the answer', fr: 'rapporter la réponse' },
    },
  ],
  run: async (context) => {
    const { flags, args, json, lang, stdout, cwd } = context;
    const roots = trustedCertificates(flags.trust, cwd).flatMap((pem) => certificatesOf(Buffer.from(pem)));
    const held = flags.held === undefined ? null : readFileSync(resolve(cwd, flags.held), 'utf8');
    return await withLedger(
      context,
      flags,
      async (ledger) => {
        const added = await addSets(
          ledger,
          (args.sets ?? []).map((set) => resolve(cwd, set)),
        );
        const checkpoint = await ledger.checkpoint();
        const folder = resolve(cwd, flags.out ?? join(flags.ledger, 'checkpoints'));
        const files = {
          ...writeFiles(checkpoint, folder),
          ...(await writeProof(ledger, held, checkpoint.size, folder)),
        };
        const tokens: { readonly file: string; readonly reading: TokenReading }[] = [];
        for (const file of flags.token) {
          tokens.push({ file, reading: await bringIn(ledger, readFileSync(resolve(cwd, file)), roots) });
        }
        const { size, at } = checkpoint;
        const isAnchored = ledger.anchored() >= size;
        const told = { added, size, at, ...files, key: ledger.key, anchored: isAnchored, tokens };
        if (json) stdout.write(`${JSON.stringify(told)}\n`);
        else {
          const lines = [
            {
              en: `${added} decoys added, ${size} under the checkpoint`,
              fr: `leurres ajoutés\u00a0: ${added}, sous le point de contrôle\u00a0: ${size}`,
            }[lang],
            { en: `key to publish: ${ledger.key}`, fr: `clé à publier\u00a0: ${ledger.key}` }[lang],
            files.note,
            files.request,
            ...('proof' in files ? [files.proof] : []),
            ...tokens.map(({ file, reading }) => `${file}: ${tokenText(reading, lang)}`),
            isAnchored ? ANCHORED[lang] : NOT_ANCHORED[lang],
          ];
          stdout.write(`${lines.join('\n')}\n`);
        }
        return tokens.every(({ reading }) => isKept(reading)) ? EXIT.ok : EXIT.failed;
      },
      true,
    );
  },
});

const ANCHORED = {
  en: 'anchored: decoys may be planted',
  fr: 'ancré\u00a0: les leurres peuvent être déposés',
};
const NOT_ANCHORED = {
  en: 'not anchored yet: carry the request to an authority (two are better), bring the answer with --token',
  fr: 'pas encore ancré\u00a0: porter la demande à une autorité (mieux, à deux), rapporter la réponse avec --token',
};

async function addSets(ledger: Ledger, sets: readonly string[]): Promise<number> {
  let added = 0;
  for (const set of sets) {
    for await (const part of readDecoySet(set)) {
      if (part.type === 'recipe') ledger.addRecipe(part.recipe);
      else added += await ledger.add(part.decoys, part.said);
    }
  }
  return added;
}

/** What whoever holds the older note checks: `tamis decoys challenge ask NOTE --continues PROOF`. */
async function writeProof(
  ledger: Ledger,
  held: string | null,
  size: number,
  folder: string,
): Promise<{ readonly proof?: string }> {
  if (held === null) return {};
  const proof = join(folder, `checkpoint-${size}.continuation.json`);
  writeWhole(proof, `${JSON.stringify(await ledger.continues(held))}\n`, 0o644);
  return { proof };
}

/** The note, what an authority is asked, and the same bytes that `openssl ts -verify -data NOTE` wants. */
function writeFiles({ note, size }: KeptCheckpoint, folder: string): { note: string; request: string } {
  mkdirSync(folder, { recursive: true });
  const files = {
    note: join(folder, `checkpoint-${size}.note`),
    request: join(folder, `checkpoint-${size}.tsq`),
  };
  writeWhole(files.note, note, 0o644);
  const hash = createHash('sha256').update(note, 'utf8').digest();
  // One that is on its way to an authority stays what it is.
  if (!existsSync(files.request)) writeWhole(files.request, timestampRequest(hash, randomBytes(16)), 0o644);
  return files;
}

/** Kept with the checkpoint that it stamps, whichever that is. */
async function bringIn(
  ledger: Ledger,
  token: Uint8Array,
  roots: readonly Uint8Array[],
): Promise<TokenReading> {
  let last: TokenReading = { type: 'bad', reason: 'not-a-token' };
  for (const { note } of ledger.checkpoints) {
    last = await readToken(token, Buffer.from(note), roots);
    if (!isKept(last)) continue;
    ledger.addToken(note, token);
    return last;
  }
  return last;
}

function isKept({ type }: TokenReading): boolean {
  return type === 'trusted' || type === 'unknown-authority';
}
