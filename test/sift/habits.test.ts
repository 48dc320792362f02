import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readCase, siftQuietly, temporaryFolder } from './sift-case.ts';

interface Made {
  readonly zone?: string;
  readonly server?: string;
  readonly mailer?: string;
  readonly id?: string;
  readonly late?: number;
}

/** One message of a sender who always writes alike, unless told otherwise. */
function message(number: number, made: Made = {}): string {
  const {
    zone = '+0200',
    server = 'smtp.campaign.example',
    mailer = 'Example Mail 3.2',
    id,
    late = 3,
  } = made;
  const day = String((number % 27) + 1).padStart(2, '0');
  const second = String(late % 60).padStart(2, '0');
  const hour = String(10 + Math.floor(late / 3600)).padStart(2, '0');
  return [
    `From MAILER Mon May  1 00:00:00 2017`,
    `Received: from [192.0.2.7] by ${server} with ESMTPSA; ${day} May 2017 ${hour}:00:${second} ${zone}`,
    'From: Anne Dupont <anne@campaign.example>',
    'To: Paul <paul@other.example>',
    `Subject: Point ${number}`,
    `Date: ${day} May 2017 10:00:00 ${zone}`,
    `Message-ID: <${id ?? `${String(number).padStart(4, '0')}abcd.beef@campaign.example`}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    `X-Mailer: ${mailer}`,
    '',
    `Bonjour Paul, voici le point numéro ${number} de la semaine.`,
    '',
    '',
  ].join('\n');
}

test('what no other message of a sender shows is told, and doubted only with several causes', async (t) => {
  const folder = temporaryFolder(t);
  const odd = {
    phone: message(901, { mailer: 'Other Phone 1', id: '0901@phone.invalid' }),
    moved: message(902, { server: 'smtp.elsewhere.example' }),
    made: message(903, {
      mailer: 'Hand 1',
      id: 'x-903-y@relay.invalid',
      zone: '+0300',
      server: 'relay.invalid',
    }),
  };
  const usual = Array.from({ length: 40 }, (_, i) => message(i + 1));
  writeFileSync(join(folder, 'box.mbox'), [...usual, ...Object.values(odd)].join(''));
  await siftQuietly(join(folder, 'c.tamis'), { inputs: [join(folder, 'box.mbox')] });
  const store = readCase(t, join(folder, 'c.tamis'));
  const judged = new Map(
    [...store.search('', {})].map(({ subject, verdict, reasons }) => [subject, { verdict, reasons }]),
  );
  const codes = (subject: string) => judged.get(subject)?.reasons.map(({ code }) => code) ?? [];

  assert.equal(judged.get('Point 7')?.verdict, 'unverified');
  assert.deepEqual(codes('Point 7'), ['no-signature']);
  assert.equal(judged.get('Point 901')?.verdict, 'unverified');
  assert.ok(codes('Point 901').includes('habit-broken'));
  assert.equal(judged.get('Point 902')?.verdict, 'unverified');
  assert.ok(codes('Point 902').includes('habit-broken'));
  assert.equal(judged.get('Point 903')?.verdict, 'doubtful');
  const reason = judged.get('Point 903')?.reasons.find(({ code }) => code === 'habits-broken');
  assert.deepEqual(reason?.detail.ways, ['program', 'zone', 'route']);
});
