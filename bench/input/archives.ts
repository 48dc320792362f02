import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeTar } from '../../src/parse/archive/testing/tar-writer.ts';
import { writeZip } from '../../src/parse/archive/testing/zip-writer.ts';
import { Prose } from './prose.ts';
import { Random } from './random.ts';

export interface ArchiveInput {
  readonly name: string;
  readonly path: string;
  /** Other programs that read the same file to its end. */
  readonly peers: readonly (readonly [program: string, ...args: string[]])[];
}

/** About 5 KB of text and numbers in each message: the shape of a leaked mailbox. */
const MESSAGE_CHARACTERS = 4_600;

/** Makes, or finds made, archives of `members` messages each; those whose packer is not installed are left out. */
export function makeArchives(data: string, members: number, seed: number): ArchiveInput[] {
  const folder = join(data, `archives-${members}-${seed}`);
  const at = (name: string): string => join(folder, name);
  const [zip, tar, solid] = [at('mail.zip'), at('mail.tar'), at('mail.7z')];
  if (!existsSync(tar)) {
    mkdirSync(folder, { recursive: true });
    const mail = messages(members, seed);
    writeFileSync(zip, writeZip(mail));
    writeFileSync(tar, writeTar(mail));
  }
  const inputs: ArchiveInput[] = [
    {
      name: 'zip',
      path: zip,
      peers: [
        ['unzip', '-tq', zip],
        ['python3', '-m', 'zipfile', '-t', zip],
        ['7z', 't', zip],
      ],
    },
    {
      name: 'tar',
      path: tar,
      peers: [
        ['tar', '-xOf', tar],
        ['7z', 't', tar],
      ],
    },
  ];
  for (const [path, [packer, ...args], peer] of [
    [`${tar}.xz`, ['xz', '-k', '-1', tar], ['xz', '-t', `${tar}.xz`]],
    [`${tar}.gz`, ['gzip', '-k', tar], ['gzip', '-t', `${tar}.gz`]],
    [`${tar}.bz2`, ['bzip2', '-k', '-1', tar], ['bzip2', '-t', `${tar}.bz2`]],
    [solid, ['7z', 'a', '-mx3', solid, tar], ['7z', 't', solid]],
  ] as const) {
    const made = existsSync(path) || spawnSync(packer, args, { stdio: 'ignore' }).status === 0;
    if (made) inputs.push({ name: path.slice(at('mail.').length), path, peers: [[...peer]] });
  }
  return inputs;
}

function messages(count: number, seed: number): { name: string; content: string }[] {
  const random = new Random(`${seed} archives`);
  const prose = new Prose(String(seed));
  return Array.from({ length: count }, (_, index) => {
    const header = `Message-ID: <${random.int(2 ** 31)}@example.org>\r\nSubject: ${index}\r\n\r\n`;
    const lines = prose.paragraphs(index % 3 === 0 ? 'en' : 'fr', MESSAGE_CHARACTERS, random);
    return { name: `mail/${index}.eml`, content: header + lines.join('\r\n') };
  });
}
