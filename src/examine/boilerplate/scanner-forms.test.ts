import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isScannerForm } from './scanner-forms.ts';
import { unitsOf } from './units.ts';

const isNotice = (text: string): boolean => unitsOf(text).every(isScannerForm);

describe('isScannerForm', () => {
  it('knows the notices of scanners word for word', () => {
    for (const text of [
      '---\nThis email has been checked for viruses by Avast antivirus software.\nhttps://www.avast.com/antivirus',
      "---\nL'absence de virus dans ce courrier électronique a été vérifiée par le logiciel antivirus Avast.\nhttps://www.avast.com/antivirus",
      '-----\nNo virus found in this message.\nChecked by AVG - www.avg.com\nVersion: 2016.0.7998 / Virus Database: 4756/14134 - Release Date: 03/17/17',
      '-- \nThis message has been scanned for viruses and\ndangerous content by MailScanner, and is\nbelieved to be clean.',
      '__________ Information from ESET Mail Security, version of virus signature database 15000 (20170310) __________\n\nThe message was checked by ESET Mail Security.\nhttp://www.eset.com',
    ])
      assert.ok(isNotice(text), text);
  });

  it('knows no sentence beside them, no other link and no words in place of figures', () => {
    for (const text of [
      'This email has been checked for viruses by Avast antivirus software. Burn it after reading.',
      'https://www.avast.com.evil.example/antivirus',
      'https://evil.example/avast.com',
      'Version: the money / Virus Database: is in Dubai - Release Date: soon',
    ])
      assert.ok(!isNotice(text), text);
  });
});
