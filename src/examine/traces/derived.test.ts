import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Scratch } from '../../spill/scratch.ts';
import { type DerivationMarks, derivationMarks } from './derivation-marks.ts';
import { Derivations } from './derived.ts';

interface Named extends DerivationMarks {
  readonly name: string;
  readonly thumbnail: string | null;
}

function marks(name: string, part: Partial<Named>): Named {
  return { name, rsids: [], pdfId: null, documentIds: [], thumbnail: null, ...part };
}

function found(
  documents: readonly Named[],
  scratch = Scratch.inMemory(),
): { by: string; also: readonly string[]; shared: readonly string[]; names: string }[] {
  const derivations = new Derivations(scratch);
  for (const [file, document] of documents.entries()) derivations.add(file, document);
  for (const [file, { thumbnail }] of documents.entries())
    if (thumbnail !== null) derivations.addThumbnail(file, thumbnail, file);
  const { clusters, members } = derivations.find({
    length: documents.length,
    withRevisions: documents.filter(({ rsids }) => rsids.length > 0).length,
    isCounted: () => true,
    idOf: (kind, file, place) => {
      const { pdfId, documentIds, thumbnail } = documents[file] ?? marks('', {});
      return { 'pdf-id': pdfId, 'document-id': documentIds[place], thumbnail }[kind] ?? '';
    },
  });
  const names = clusters.map((): string[] => []);
  for (const [cluster, file] of members()) names[cluster]?.push(documents[file]?.name ?? '');
  return clusters.map(({ by, also, shared, documents: size }, at) => {
    assert.equal(names[at]?.length, size);
    return { by, also, shared, names: names[at]?.join(' ') ?? '' };
  });
}

function told(documents: readonly Named[]): unknown[] {
  return found(documents).map(({ by, also, names }) => [by, also, names]);
}

describe('documents derived from one another', () => {
  it('share two rare revision ids, and chains of versions are one cluster', () => {
    const chain = Array.from({ length: 12 }, (_, at) =>
      marks(`v${at}`, { rsids: [1_000_001, 2_000_000 + at, 2_000_001 + at, 2_000_002 + at] }),
    );
    const others = Array.from({ length: 12 }, (_, at) =>
      marks(`o${at}`, { rsids: [1_000_001, 3_000_000 + at] }),
    );
    assert.deepEqual(told([...chain, ...others]), [['rsids', [], chain.map(({ name }) => name).join(' ')]]);
    assert.deepEqual(told([marks('a', { rsids: [5_000] }), marks('b', { rsids: [5_000] })]), []);
  });

  it('are not all that were made from one template, whose revision ids each of them bears', () => {
    const letters = Array.from({ length: 24 }, (_, at) =>
      marks(`l${at}`, { rsids: [1_000_001, 1_000_002, 1_000_003, 3_000_000 + at] }),
    );
    assert.deepEqual(told(letters), []);
    // As many as may share an id and still be copies of one another.
    assert.equal(found(letters.slice(0, 5)).length, 1);
  });

  it('are told once for all that joins them, and ids of whole programs join nothing', () => {
    const both = { pdfId: 'ab12cd34ef56ab12', documentIds: ['uuid:5e9c8a0e1b3d'] };
    assert.deepEqual(told([marks('a', both), marks('b', both)]), [['pdf-id', ['document-id'], 'a b']]);
    const program = Array.from({ length: 300 }, (_, at) => marks(`p${at}`, { thumbnail: 'same' }));
    assert.deepEqual(told(program), []);
  });

  it('are read from the metadata, the second half of a PDF’s /ID left out', () => {
    const { rsids, pdfId, documentIds } = derivationMarks([
      { field: 'rsids', value: '00A1B2C3 00000000 FFFFFFFF 00A1B2C3', where: 'word/settings.xml w:rsids' },
      { field: 'document-id', value: 'aa11bb22', where: 'trailer /ID first' },
      { field: 'instance-id', value: 'cc33dd44', where: 'trailer /ID second' },
      {
        field: 'original-document-id',
        value: 'xmp.did:ABCDEF123456',
        where: 'XMP, object 3 OriginalDocumentID',
      },
    ]);
    assert.deepEqual([rsids, pdfId, documentIds], [[0xa1b2c3], 'aa11bb22', ['xmp.did:abcdef123456']]);
  });
  it('read no id that says nothing', () => {
    const empty = { field: 'document-id', value: '0000000000', where: 'trailer /ID first' };
    assert.deepEqual(derivationMarks([empty]), { rsids: [], pdfId: null, documentIds: [] });
  });

  it('are the same where marks lie in files', (t) => {
    const place = mkdtempSync(join(tmpdir(), 'tamis-derived-'));
    const scratch = new Scratch(place, 300);
    t.after(() => {
      scratch.close();
      rmSync(place, { recursive: true });
    });
    const documents = Array.from({ length: 300 }, (_, at) =>
      marks(`d${at}`, {
        rsids: [0x00aa_0001, 0xf000_0000 + (at % 100), 0xe000_0000 + (at % 100), 0x0100_0000 + at],
        pdfId: at % 3 === 0 ? `pdf of a group ${at % 60}` : null,
        documentIds: [`uuid:${at % 150}`, `uuid:${at % 150}`, `xmp.did:${at}`],
        thumbnail: at % 7 === 0 ? `picture ${at % 14}` : null,
      }),
    );
    const held = found(documents);
    // By revision ids three each, by PDF ids fifteen and less, by ids two each, by thumbnails twenty-one and more.
    assert.deepEqual([...new Set(held.map(({ by }) => by))].sort(), [
      'document-id',
      'pdf-id',
      'rsids',
      'thumbnail',
    ]);
    assert.deepEqual(held.find(({ by }) => by === 'rsids')?.shared, ['E0000000', 'F0000000']);
    assert.deepEqual(found(documents, scratch), held);
  });
});
