import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { mailDecoy } from '../decoys/ledger/testing.ts';
import { imapTarget } from '../decoys/plant/index.ts';
import { openImap, readImapAddress } from './imap.ts';

const DOVECOT = '/usr/sbin/dovecot';
const NOBODY = 65_534;
const folder = mkdtempSync(join(tmpdir(), 'tamis-imap-'));
let server: ChildProcess | null = null;

after(async () => {
  if (server !== null && server.exitCode === null) {
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

// Before the first test: the runner cleans up when none is left.
const port = existsSync(DOVECOT) ? await start() : null;

test('addresses are read, and one with a password in it is refused', () => {
  assert.deepEqual(readImapAddress('imaps://anne%40a.example@mail.example'), {
    host: 'mail.example',
    port: 993,
    tls: true,
    user: 'anne@a.example',
  });
  assert.equal(readImapAddress('imap://anne@127.0.0.1:1143').port, 1143);
  for (const bad of ['imaps://anne:secret@mail.example', 'https://a@b', 'imaps://mail.example']) {
    assert.throws(() => readImapAddress(bad), { code: 'bad-imap-address' });
  }
});

test('a real Dovecot stores decoys with their time, once', {
  skip: port === null ? 'no Dovecot here' : false,
}, async () => {
  const connection = await openImap(readImapAddress(`imap://anne@127.0.0.1:${port}`), 'secret');
  try {
    const target = imapTarget(connection);
    const decoy = mailDecoy(3);
    assert.equal(await target.put(decoy), 'planted');
    assert.equal(await target.put(mailDecoy(4)), 'planted');
    assert.equal(await target.put(decoy), 'present');
    assert.deepEqual(
      [target.takes(decoy), target.takes({ ...decoy, type: 'application/pdf' })],
      [true, false],
    );
    assert.equal(target.place(decoy), `imap://anne@127.0.0.1:${port}/Sent#${decoy.id}`);
  } finally {
    await connection.close();
  }
  await assert.rejects(openImap(readImapAddress(`imap://anne@127.0.0.1:${port}`), 'wrong'), {
    code: 'imap-failed',
    message: /Authentication failed/,
  });
});

/** Null where it does not come up: without the right to change users, say. */
async function start(): Promise<number | null> {
  const free = await freePort();
  const { uid, gid, username } = userInfo();
  const [owner, group] = uid === 0 ? [NOBODY, NOBODY] : [uid, gid];
  const home = join(folder, 'home');
  mkdirSync(home);
  for (const path of [folder, home]) chmodSync(path, 0o755);
  if (uid === 0) chownSync(home, owner, group);
  const users = uid === 0 ? '' : `default_internal_user = ${username}\ndefault_login_user = ${username}\n`;
  const configuration = `
base_dir = ${join(folder, 'run')}
log_path = ${join(folder, 'log')}
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
first_valid_uid = 1
mail_location = maildir:${home}/Maildir
${users}passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${owner} gid=${group} home=${home}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${free}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;
  writeFileSync(join(folder, 'dovecot.conf'), configuration);
  server = spawn(DOVECOT, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
  for (let attempt = 0; attempt < 100 && server.exitCode === null; attempt++) {
    if (await answers(free)) return free;
    await delay(100);
  }
  return null;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function answers(at: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(at, '127.0.0.1');
    socket.once('data', () => resolve(socket.destroy() !== undefined));
    socket.once('error', () => resolve(false));
  });
}
