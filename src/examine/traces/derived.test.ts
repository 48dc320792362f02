import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type DerivationMarks, derivationMarks, derivedClusters } from './derived.ts';

function marks(name: string, part: Partial<DerivationMarks>): DerivationMarks {
  return { id: name, name, rsids: [], pdfId: null, documentIds: [], thumbnail: null, ...part };
}

function told(documents: readonly DerivationMarks[]): unknown[] {
  return derivedClusters(documents).map(({ by, also, items }) => [
    by,
    also,
    items.map(({ id }) => id).join(' '),
  ]);
}

describe('documents derived from one another', () => {
  it('share two rare revision ids, and chains of versions are one cluster', () => {
    const chain = Array.from({ length: 12 }, (_, at) =>
      marks(`v${at}`, { rsids: [1_000_001, 2_000_000 + at, 2_000_001 + at, 2_000_002 + at] }),
    );
    const others = Array.from({ length: 12 }, (_, at) =>
      marks(`o${at}`, { rsids: [1_000_001, 3_000_000 + at] }),
    );
    assert.deepEqual(told([...chain, ...others]), [['rsids', [], chain.map(({ id }) => id).join(' ')]]);
    assert.deepEqual(told([marks('a', { rsids: [5_000] }), marks('b', { rsids: [5_000] })]), []);
  });

  it('are told once for all that joins them, and ids of whole programs join nothing', () => {
    const both = { pdfId: 'ab12cd34ef56ab12', documentIds: ['uuid:5e9c8a0e1b3d'] };
    assert.deepEqual(told([marks('a', both), marks('b', both)]), [['pdf-id', ['document-id'], 'a b']]);
    const program = Array.from({ length: 300 }, (_, at) => marks(`p${at}`, { thumbnail: 'same' }));
    assert.deepEqual(told(program), []);
    assert.deepEqual(told([marks('a', { pdfId: '0000000000' }), marks('b', { pdfId: '0000000000' })]), []);
  });

  it('are read from the metadata, the second half of a PDF’s /ID left out', () => {
    const { rsids, pdfId, documentIds } = derivationMarks({ id: 'a', name: 'a' }, [
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
});
