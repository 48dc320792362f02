import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeText } from './place-text.ts';

const PLACES = [
  ['EXIF, APP1 at byte 20 ExifIFD tag 0x9003', 'EXIF, APP1 à l’octet 20 ExifIFD balise 0x9003'],
  ['Info, object 12 in stream 5 at byte 345 /Title', 'Info, objet 12 dans le flux 5 à l’octet 345 /Title'],
  ['Info, earlier object 12 at byte 3 /Title', 'Info antérieur, objet 12 à l’octet 3 /Title'],
  ['earlier XMP, object 7 at byte 3 CreateDate', 'XMP antérieur, objet 7 à l’octet 3 CreateDate'],
  ['table stream SttbSavedBy 3 of 10', 'flux de table SttbSavedBy 3 sur 10'],
  ['SummaryInformation property 13', 'SummaryInformation propriété 13'],
  ['CFB directory root modified', 'répertoire CFB, racine, modification'],
  ['Workbook Country record, of Excel', 'Workbook Country, enregistrement de Excel'],
  ['zip entry, time of packing', 'entrée zip, heure d’archivage'],
  ['comment at byte 20', 'commentaire à l’octet 20'],
] as const;

test('a place in a file is told in the language of the reader', () => {
  for (const [where, french] of PLACES) {
    assert.equal(placeText(where, 'fr'), french);
    assert.equal(placeText(where, 'en'), where);
  }
});

test('the names of the format and of the writer are left alone', () => {
  for (const where of [
    'docProps/core.xml dcterms:modified',
    'meta.xml meta:user-defined object of interest at byte',
    'word/settings.xml w:rsids',
    '',
  ])
    assert.equal(placeText(where, 'fr'), where);
});
