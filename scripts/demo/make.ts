/** Puts the demo together: file name and bytes of everything but its README. */
import { gzipSync } from 'node:zlib';
import { reexported, stuffed, touchedLineEnds } from './benign.ts';
import { toBytes } from './bytes.ts';
import { ARCHIVE_PASSWORD, BUDGET_CSV, CORRESPONDENCE } from './correspondence.ts';
import { type Delivered, deliver, keepUnsigned, senderOf, textOf, throughList } from './deliver.ts';
import { keyRecord } from './dkim-sign.ts';
import { docx, pdf, png } from './documents.ts';
import { listMail } from './list-mail.ts';
import { type MboxEntry, mbox } from './mbox.ts';
import { addressOf, CAMILLE, CAMPAIGN, LIST, POLLSTER, PRINTER, THEO } from './people.ts';
import { routineMail } from './routine.ts';
import * as tampered from './tampered.ts';
import type { Truth } from './truth.ts';
import { zip } from './zip.ts';

type Files = readonly (readonly [path: string, bytes: Buffer])[];

/** All files of the demo, by path: dump, reference, keys, truth. */
export function makeDemo(): Files {
  const truth: Truth[] = [];
  const files: (readonly [string, Buffer])[] = [
    camilleMailbox(truth),
    ...theoMaildir(truth),
    ...looseMessages(truth),
    officeArchive(truth),
    contracts(truth),
    truncated(truth),
    reference(),
    keys(),
  ];
  files.push(['truth.json', Buffer.from(`${JSON.stringify(truth, null, 2)}\n`)]);
  return files;
}

const ROUTINE = routineMail(24);

/** What the demo's keys and reference archive make of genuine mail, by who signed it. */
function genuine(path: string, delivered: Delivered, what = 'as it was sent'): Truth {
  const headers = delivered.message.headers;
  const signature = headers.find(([name]) => name === 'DKIM-Signature')?.[1] ?? '';
  const domain = /d=([^;]+)/u.exec(signature)?.[1] ?? null;
  const found = IN_REFERENCE.has(delivered.mail.id);
  const accept =
    domain === CAMPAIGN.domain || domain === POLLSTER.domain || found
      ? ['authentic']
      : domain === PRINTER.domain
        ? ['corroborated']
        : ['unverified', 'corroborated'];
  return { path, what, made: 'genuine', accept, reasons: [] };
}

/** Messages the victim kept; the rest was deleted, as people do. */
const KEPT = CORRESPONDENCE.filter((mail) => mail.from === CAMILLE || mail.to.startsWith(CAMILLE)).filter(
  (_, index) => index % 2 === 0,
);
const IN_REFERENCE = new Set(KEPT.map((mail) => mail.id));
/** Kept by the victim in another wording than the leak has. */
const REWORDED = '20200221.debate-after@campagne-rivage.example';

function camilleMailbox(truth: Truth[]): readonly [string, Buffer] {
  const received = [...CORRESPONDENCE, ...ROUTINE.filter((_, index) => index % 2 === 0)].filter((mail) =>
    `${mail.to}, ${mail.cc ?? ''}`.includes(addressOf(CAMILLE)),
  );
  const sent = CORRESPONDENCE.filter((mail) => mail.from === CAMILLE);
  const entries: { entry: MboxEntry; truth: Omit<Truth, 'path'> }[] = [];
  for (const mail of received) entries.push(genuineEntry(deliver(mail, expiring(mail.id))));
  for (const mail of sent)
    entries.push(mail.id === REWORDED ? rewordedEntry() : genuineEntry(keepUnsigned(mail)));
  for (const mail of listMail()) {
    const listed = throughList(mail);
    entries.push({ entry: entryOf(listed), truth: listTruth() });
  }
  const other = [tampered.secondFrom(), tampered.editedSubject(), tampered.inventedKey()];
  for (const { message, truth: row } of other) {
    entries.push({ entry: { sender: 'MAILER-DAEMON', date: '2020-03-03T00:00:00Z', message }, truth: row });
  }
  const path = 'dump/boites/camille.mbox';
  truth.push(...entries.map(({ truth: row }, index) => ({ path: `${path}/#${index + 1}`, ...row })));
  return [path, toBytes(mbox(entries.map(({ entry }) => entry)))];
}

function genuineEntry(delivered: Delivered): { entry: MboxEntry; truth: Omit<Truth, 'path'> } {
  const { path: _, ...row } = genuine('', delivered);
  return { entry: entryOf(delivered), truth: row };
}

function entryOf(delivered: Delivered): MboxEntry {
  return { sender: senderOf(delivered), date: delivered.mail.date, message: textOf(delivered) };
}

/** Some of the pollster's signatures had a week to live. */
function expiring(id: string): { expiresAfter?: number } {
  return id.endsWith('@harrow-polling.example') ? { expiresAfter: 7 } : {};
}

/** The copy in the folder of sent mail has no signature: only the victim's own archive can tell. */
function rewordedEntry(): { entry: MboxEntry; truth: Omit<Truth, 'path'> } {
  const mail = CORRESPONDENCE.find(({ id }) => id === REWORDED);
  if (mail === undefined) throw new Error(`no message ${REWORDED}`);
  const text = mail.text.replace("avant qu'on nous le demande", 'seulement si on nous le demande');
  return {
    entry: entryOf(keepUnsigned({ ...mail, text })),
    truth: {
      what: 'unsigned copy, reworded: the reference archive has the original words',
      made: 'forgery',
      accept: ['altered'],
      reasons: ['reference-differs'],
    },
  };
}

function listTruth(): Omit<Truth, 'path'> {
  return {
    what: 'a mailing list added a tag to the Subject and a footer to the text',
    made: 'benign-change',
    accept: ['authentic', 'corroborated'],
    reasons: ['dkim-aligned-except'],
  };
}

function theoMaildir(truth: Truth[]): Files {
  const mails = [...CORRESPONDENCE, ...ROUTINE.filter((_, index) => index % 3 === 0)].filter(
    (mail) => `${mail.to}, ${mail.cc ?? ''}`.includes(addressOf(THEO)) || mail.id.includes('.r'),
  );
  const source = deliver(CORRESPONDENCE[6] ?? CORRESPONDENCE[0] ?? fail());
  const files = mails.map((mail, index): readonly [string, string, Omit<Truth, 'path'>] => {
    const delivered = deliver(mail, expiring(mail.id));
    const { path: _, ...row } = genuine('', delivered);
    return [maildirName(mail.date, index), textOf(delivered), row];
  });
  for (const { message, truth: row } of [tampered.transplanted(source.message), tampered.unsignedForgery()]) {
    files.push([maildirName('2020-03-01T22:00:00Z', files.length), message, row]);
  }
  return files.map(([name, text, row], index) => {
    // The last ones were not read yet.
    const path = `dump/boites/theo/${index < files.length - 3 ? 'cur' : 'new'}/${name}`;
    truth.push({ path, ...row });
    return [path, toBytes(text.replaceAll('\r\n', '\n'))];
  });
}

function fail(): never {
  throw new Error('the correspondence is empty');
}

/** Without the `:2,S` of flags: a colon in a name cannot be checked out on every system. */
function maildirName(date: string, index: number): string {
  return `${Math.floor(Date.parse(date) / 1000)}.M${100 + index}P77.mx`;
}

function looseMessages(truth: Truth[]): Files {
  const loose: readonly (readonly [string, tampered.Tampered])[] = [
    ['virement-imprimerie.eml', tampered.editedBody()],
    ['numbers-by-age.eml', tampered.appended()],
    ['mot-de-passe.eml', tampered.lookalike()],
    ['reunion-plage.eml', touchedLineEnds()],
    ['de-la-gare.eml', stuffed()],
    ['annonce.eml', reexported()],
  ];
  return loose.map(([name, { message, truth: row }]) => {
    const path = `dump/divers/${name}`;
    truth.push({ path, ...row });
    return [path, toBytes(message)];
  });
}

/** An archive in an archive, as discs of a party's office are handed on. */
function officeArchive(truth: Truth[]): readonly [string, Buffer] {
  const path = 'dump/bureau.zip';
  const touched = docx(
    [
      'Rivage – douze engagements pour Port-Clair',
      '1. Rouvrir la plage nord aux familles dès le premier été.',
      '2. Une navette électrique entre la gare et le port.',
    ],
    {
      title: 'Douze engagements',
      author: 'Nadia Bensaïd',
      lastModifiedBy: 'Гость',
      created: '2020-01-11T09:12:00Z',
      modified: '2020-03-04T02:17:00Z',
    },
  );
  const replies = CORRESPONDENCE.filter(({ from }) => from.includes('harrow') || from.includes('lenoir'));
  const messages = replies.slice(0, 3).map((mail, index) => ({
    name: `exportes/${index + 1}.eml`,
    bytes: toBytes(textOf(deliver(mail, expiring(mail.id)))),
  }));
  truth.push({
    path: `${path}/programme/engagements-final.docx`,
    what: 'the third pledge was cut; saved after the theft by another user (see its properties)',
    made: 'forgery',
    accept: ['unverified', 'doubtful'],
    reasons: ['standalone-document'],
  });
  messages.forEach(({ name }, index) => {
    const mail = replies[index] ?? fail();
    truth.push(
      genuine(
        `${path}/courrier/export-2020.zip/${name}`,
        deliver(mail, expiring(mail.id)),
        'in a zip in a zip',
      ),
    );
  });
  return [
    path,
    zip([
      { name: 'programme/engagements-final.docx', bytes: touched },
      { name: 'tresorerie/budget-2020.csv', bytes: BUDGET_CSV },
      { name: 'images/plage.png', bytes: png(96, [240, 222, 170], [60, 130, 170]) },
      { name: 'courrier/export-2020.zip', bytes: zip(messages) },
    ]),
  ];
}

function contracts(truth: Truth[]): readonly [string, Buffer] {
  const path = 'dump/contrats.zip';
  truth.push({
    path: `${path}/contrat-local.pdf`,
    what: `encrypted; the password, ${ARCHIVE_PASSWORD}, is in a message of 18 February 2020`,
    made: 'unreadable',
    accept: [],
    reasons: ['encrypted'],
  });
  const lease = pdf(['Bail du local, 12 rue du Phare', 'Loyer mensuel 430 €'], {
    title: 'Bail',
    author: 'Théo Marchetti',
    created: '2019-11-25T10:00:00Z',
    modified: '2019-11-25T10:00:00Z',
  });
  return [path, zip([{ name: 'contrat-local.pdf', bytes: lease }], ARCHIVE_PASSWORD)];
}

/** Cut at seven tenths, as by a download that broke off. */
function truncated(truth: Truth[]): readonly [string, Buffer] {
  const path = 'dump/decembre.mbox.gz';
  const whole = gzipSync(toBytes(mbox(ROUTINE.slice(0, 8).map((mail) => entryOf(deliver(mail))))), {
    level: 0,
  });
  truth.push({
    path,
    what: 'the end of the file is missing; the messages before it can be read',
    made: 'unreadable',
    accept: [],
    reasons: ['truncated'],
  });
  return [path, whole.subarray(0, Math.floor(whole.length * 0.7))];
}

/** The victim's own copy, fetched from a backup: some messages, with the labels her mail program adds. */
function reference(): readonly [string, Buffer] {
  const mails = [...KEPT, ...CORRESPONDENCE.filter(({ id }) => id === REWORDED && !IN_REFERENCE.has(id))];
  const entries = mails.map((mail, index) => {
    const delivered = mail.from === CAMILLE ? keepUnsigned(mail) : deliver(mail, expiring(mail.id));
    const entry = entryOf(delivered);
    return index % 3 === 2 ? { ...entry, message: `X-Mozilla-Status: 0001\r\n${entry.message}` } : entry;
  });
  return ['reference/camille-sauvegarde.mbox', toBytes(mbox(entries))];
}

function keys(): readonly [string, Buffer] {
  const period = { firstSeen: '2019-09-01T00:00:00Z', lastSeen: '2020-06-30T00:00:00Z' };
  const rows = [
    {
      signer: CAMPAIGN,
      trust: 'archive',
      source: 'an archive of DNS records (invented for the demo)',
      ...period,
    },
    { signer: POLLSTER, trust: 'owner', source: 'sent by the pollster (invented for the demo)' },
    { signer: LIST, trust: 'dns', source: 'DNS on the day of publication (invented for the demo)' },
    { signer: PRINTER, trust: 'recovered', source: 'computed from two signatures (invented for the demo)' },
  ];
  const lines = rows.map(({ signer, ...row }) =>
    JSON.stringify({ domain: signer.domain, selector: signer.selector, record: keyRecord(signer), ...row }),
  );
  return ['keys.jsonl', Buffer.from(`${lines.join('\n')}\n`)];
}
