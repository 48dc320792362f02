/**
 * The files of an evidence package: a bag by RFC 8493 with a signature and a time stamp beside it.
 * Names are plain ASCII without spaces, so that `sha256sum -c` and every other tool reads the manifests as they are.
 */
export const LAYOUT = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  readme: 'README.txt',
  /** The public half of the key, PEM (RFC 8410). Listed in the tag manifest, and so signed itself. */
  signer: 'signing-key.pem',
  /** Over the bytes of the tag manifest, which covers everything: 64 bytes, as openssl reads them. */
  signature: 'tagmanifest-sha256.txt.sig',
  /** A request for a time stamp of the tag manifest (RFC 3161), and what the authority answered. */
  request: 'tagmanifest-sha256.txt.tsq',
  token: 'tagmanifest-sha256.txt.tsr',
} as const;

/** RFC 8493 2.2.1 keeps the tag manifest out of itself; what is made from it can stand in it even less. */
export const UNLISTED: ReadonlySet<string> = new Set([
  LAYOUT.tagManifest,
  LAYOUT.signature,
  LAYOUT.request,
  LAYOUT.token,
]);

export const PAYLOAD = {
  case: 'data/case.json',
  sources: 'data/sources.jsonl',
  findings: 'data/findings.jsonl',
  traces: 'data/traces.json',
  keys: 'data/keys.jsonl',
  custody: 'data/custody.jsonl',
  review: 'data/review.jsonl',
  itemFolder: 'data/items',
  sourceFolder: 'data/originals',
} as const;

/** Text of bagit.txt (RFC 8493 2.1.1), to the byte. */
export const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
