import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DocumentClock, MetadataField } from '../../model/index.ts';
import { clockConflicts } from './clock-conflicts.ts';

const created = 'docProps/core.xml dcterms:created';
const modified = 'docProps/core.xml dcterms:modified';

function clock(source: string, time: string, zone = time.endsWith('Z') ? 'UTC' : 'local'): DocumentClock {
  return { source, time, precision: 'second', zone };
}

function field(name: string, value: string, where: string): MetadataField {
  return { field: name, value, where };
}

/** A document of Word with its two times, and what else is said of it. */
function word(
  made: string,
  saved: string,
  clocks: readonly DocumentClock[],
  metadata: readonly MetadataField[] = [],
) {
  return {
    clocks: [clock(created, made), clock(modified, saved), ...clocks],
    metadata: [field('created', made, created), field('modified', saved, modified), ...metadata],
  };
}

function codes(document: Parameters<typeof clockConflicts>[0]): string[] {
  return clockConflicts(document).map(({ conflict, gapSeconds }) => `${conflict} ${gapSeconds}`);
}

describe('clocks of one document', () => {
  it('agree in a document as programs make it', () => {
    const zip = { ...clock('zip entry, time of packing', '2016-05-04T14:00:10'), precision: '2s' };
    const change = clock('word/document.xml w:ins', '2016-05-04T15:30:00Z');
    assert.deepEqual(codes(word('2016-05-01T09:00:00Z', '2016-05-04T12:00:00Z', [zip, change])), []);
    assert.deepEqual(codes(word('2016-05-01T09:00:01Z', '2016-05-01T09:00:00Z', [])), []);
    assert.deepEqual(codes({}), []);
  });

  it('disagree when it was made after it was saved, by the gap', () => {
    const document = word('2016-05-04T12:00:00Z', '2016-05-01T12:00:00Z', []);
    assert.deepEqual(codes(document), [`made-after-saved ${3 * 86_400}`]);
  });

  it('disagree when its program was not there yet, and say nothing of programs of others', () => {
    const program = (name: string) => [
      field('application', name, 'docProps/app.xml Application'),
      field('application-version', '16.0000', 'docProps/app.xml AppVersion'),
    ];
    const of = (name: string) =>
      codes(word('2006-01-01T09:00:00Z', '2007-01-01T09:00:00Z', [], program(name)));
    assert.match(of('Microsoft Office Word').join(), /^application-newer-than-save 2\d{8}$/u);
    assert.deepEqual(of('LibreOffice/5.1 Writer'), []);
  });

  it('disagree when it was edited for longer than it existed, changed after it was saved, or packed at another time', () => {
    const minutes = [field('edit-minutes', '600', 'docProps/app.xml TotalTime')];
    assert.deepEqual(codes(word('2016-05-01T09:00:00Z', '2016-05-01T10:00:00Z', [], minutes)), [
      'edited-longer-than-existed 32400',
    ]);
    const comment = clock('word/comments.xml comment', '2016-06-01T10:00:00Z');
    assert.deepEqual(codes(word('2016-05-01T09:00:00Z', '2016-05-01T10:00:00Z', [comment])), [
      `changed-after-saved ${31 * 86_400}`,
    ]);
    const packed = (time: string) =>
      codes(
        word('2016-05-01T09:00:00Z', '2016-05-01T10:00:00Z', [clock('zip entry, time of packing', time)]),
      );
    assert.deepEqual(packed('2016-04-01T10:00:00'), [`packed-before-saved ${30 * 86_400}`]);
    assert.deepEqual(packed('2017-05-01T10:00:00'), [`packed-after-saved ${365 * 86_400}`]);
    assert.deepEqual(packed('1980-01-01T00:00:00'), []);
  });

  it('disagree when XMP says otherwise than Info, unless a zone is missing', () => {
    const pdf = (xmp: DocumentClock) => ({
      clocks: [clock('Info, object 4 at byte 90 /ModDate', '2016-05-01T10:00:00Z'), xmp],
      metadata: [field('modified', 'D:20160501100000Z', 'Info, object 4 at byte 90 /ModDate')],
    });
    const xmp = 'XMP, object 7 at byte 300 ModifyDate';
    assert.deepEqual(codes(pdf(clock(xmp, '2016-05-03T10:00:00Z'))), ['xmp-against-info 172800']);
    assert.deepEqual(codes(pdf(clock(xmp, '2016-05-01T12:00:00'))), []);
    assert.deepEqual(
      codes(pdf(clock('earlier XMP, object 7 at byte 300 ModifyDate', '2016-05-03T10:00:00Z'))),
      [],
    );
  });

  it('are no clocks when a template wrote them', () => {
    assert.deepEqual(codes(word('2013-12-23T23:15:00Z', '2012-01-01T00:00:00Z', [])), []);
  });
});
