import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Ajv } from 'ajv';
import pg from 'pg';
import { EXIT } from '../../src/cli/exit-codes.ts';
import { bring } from '../bring.ts';
import { postgresForTests } from '../postgres/for-tests.ts';
import { TamisProcess } from '../shared/shared-sift.ts';
import { temporaryFolder } from '../sift/sift-case.ts';

// What docs/deploy.md and deploy/ tell people to run, run: with the paths, the accounts and the address of this test.
const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'src/cli/main.ts');
const COMPOSE = join(ROOT, 'deploy/docker-compose.yml');
const UNIT = 'deploy/tamis-worker@.service';
const GUIDE = readFileSync(join(ROOT, 'docs/deploy.md'), 'utf8');
const BLOCKS = [...GUIDE.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) =>
  block.replaceAll('\\\n', ' '),
);
const postgres = await postgresForTests({ asked: 'keeper' });

interface Compose {
  readonly services: Readonly<
    Record<string, { readonly command?: readonly string[]; readonly environment?: Record<string, string> }>
  >;
}

/** The file and a schema of such files, of a package with both a reader and the schema; null where npm cannot bring it. */
function compose(): { readonly file: Compose; readonly schema: object } | null {
  try {
    const modules = bring('dclint@3.1.0');
    const { parse } = createRequire(join(modules, 'index.js'))('yaml') as { parse(text: string): Compose };
    const schema = readFileSync(join(modules, 'dclint/schemas/compose.schema.json'), 'utf8');
    return {
      file: parse(readFileSync(COMPOSE, 'utf8')),
      schema: { ...JSON.parse(schema), $schema: undefined },
    };
  } catch {
    return null;
  }
}

describe('the unit for systemd', () => {
  const unit = readFileSync(join(ROOT, UNIT), 'utf8');

  it('is one that systemd takes', (t) => {
    if (spawnSync('systemd-analyze', ['--version']).status !== 0) return t.skip('no systemd here');
    const file = join(temporaryFolder(t), 'tamis-worker@.service');
    writeFileSync(file, unit.replace('/opt/tamis/tamis', join(ROOT, 'tamis')));
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', file], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    assert.equal(stderr.includes('tamis-worker'), false, stderr);
  });

  it('says nothing to the program that the program does not know', () => {
    const [, command = ''] = /^ExecStart=\S+ (.*)$/m.exec(unit) ?? [];
    const [name = '', ...words] = command.split(' ');
    const help = execFileSync(process.execPath, [MAIN, name, '--help'], { encoding: 'utf8' });
    const flags = words.filter((word) => word.startsWith('--'));
    assert.ok(flags.length >= 3);
    for (const flag of flags) assert.match(help, new RegExp(`${flag}\\b`), flag);
    const known = readFileSync(join(ROOT, 'src/shared-case.ts'), 'utf8');
    for (const [variable] of unit.matchAll(/\b(?:TAMIS_DB_\w+|XDG_\w+)(?==)/g))
      assert.match(known, new RegExp(`\\b${variable}\\b`), variable);
    assert.match(unit, new RegExp(`^SuccessExitStatus=${EXIT.interrupted}$`, 'm'));
  });
});

describe('the guide to deployment', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none') return;
  after(() => postgres.stop());
  const { url } = postgres;
  const database = new URL(url).pathname.slice(1);

  it('leads from an empty server to a case in ten commands', { timeout: 120_000 }, (t) => {
    const programs = spawnSync('createuser', ['--version']).status === 0;
    if (!programs || postgres.server.restart === null)
      return t.skip('no createuser, or a server of somebody else');
    const folder = temporaryFolder(t);
    const at = new URL(url);
    const env = {
      ...process.env,
      PGHOST: at.hostname,
      PGPORT: at.port,
      PGUSER: 'tamis',
      PGDATABASE: 'postgres',
    };
    const commands = (BLOCKS[0] ?? '')
      .trim()
      .split('\n')
      .flatMap((line) => line.split(' && '));
    // Programs come from the system and the dump from people; the account of the system is whoever runs this test.
    const ours = commands
      .filter((line) => !/^(apt-get|git clone|cd|adduser)\b|^\S*git clone/.test(line))
      .map((line) =>
        line
          .replace(/^su \S+ (?:-s \S+ )?-c "([\s\S]*)"$/, '$1')
          .replace(/^install -d .* (\S+)$/, 'mkdir -p $1')
          .replace(/createuser tamis$/, 'createuser guided')
          .replace('--owner tamis', '--owner guided')
          .replace('ALTER ROLE tamis', 'ALTER ROLE guided')
          .replace('postgres:///leaks?host=/run/postgresql', `postgres://guided@${at.host}/leaks`)
          .replace('/srv/dumps/leak', join(ROOT, 'demo/dump'))
          .replaceAll('/srv/objects', join(folder, 'objects'))
          .replace(/^(?:\/opt\/tamis|\.)\/tamis /, `'${process.execPath}' '${MAIN}' `),
      );
    assert.equal(ours.filter((line) => line.includes(MAIN)).length, 4);
    const said = ours.map((line) => execFileSync('sh', ['-c', line], { env, cwd: folder, encoding: 'utf8' }));
    assert.match(said.at(-3) ?? '', /items/);
    assert.match(said.at(-2) ?? '', /Everything was read and judged/);
    assert.ok(existsSync(join(folder, 'objects')));
  });

  it('has a compose file that the schema of such files allows', (t) => {
    const brought = compose();
    if (brought === null) return t.skip('npm could not bring the schema of compose files');
    const validate = new Ajv({ strict: false, validateFormats: false, validateSchema: false }).compile(
      brought.schema,
    );
    assert.ok(validate(brought.file), JSON.stringify(validate.errors));
  });

  it('and whose commands do what they should, in the order of the file', { timeout: 120_000 }, async (t) => {
    const brought = compose();
    if (brought === null || postgres.server.restart === null)
      return t.skip('no compose file, or no server of its own');
    const folder = temporaryFolder(t);
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    await owner.query(`CREATE ROLE keeper LOGIN SUPERUSER PASSWORD 'from a file'`);
    // Settings that the server of the file is started with are settings of a server.
    const [, ...settings] = brought.file.services.database?.command ?? [];
    for (const setting of settings.filter((word) => word !== '-c')) {
      const [name = ''] = setting.split('=');
      assert.equal(
        (await owner.query('SELECT FROM pg_settings WHERE name = $1', [name])).rowCount,
        1,
        setting,
      );
    }
    t.after(() => owner.end());
    const password = join(folder, 'db_password');
    writeFileSync(password, 'from a file\n');
    const here = (word: string): string =>
      word
        .replace(/\$\{\w+:-([^}]*)\}/, '$1')
        .replace('postgres://tamis@database/leaks', `postgres://keeper@${new URL(url).host}/${database}`)
        .replace('/srv/dumps/leak', join(ROOT, 'demo/dump'))
        .replace('/srv/objects', join(folder, 'objects'))
        .replace(/^src\/cli\/main\.ts$/, MAIN)
        .replaceAll("'", '');
    const { command = [], environment } = brought.file.services.worker ?? {};
    assert.deepEqual(environment?.TAMIS_DB_PASSWORD_FILE, '/run/secrets/db_password');
    process.env.TAMIS_DB_PASSWORD_FILE = password;
    t.after(() => {
      delete process.env.TAMIS_DB_PASSWORD_FILE;
    });
    const worker = new TamisProcess([...command.slice(1).map(here), '--jobs', '3']);
    t.after(() => worker.kill());
    while (worker.events('waiting').length === 0) {
      assert.equal(worker.child.exitCode, null, worker.log);
      await sleep(50);
    }
    const [, sift = ''] = /run --rm worker node (.*)/.exec(BLOCKS[1] ?? '') ?? [];
    const lead = new TamisProcess(sift.trim().split(/\s+/).map(here));
    assert.equal(await lead.ended, 0, lead.log);
    // However many threads it has, it is one connection.
    const connections = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE usename = 'keeper'`;
    assert.equal((await owner.query<{ n: number }>(connections)).rows[0]?.n, 1);
    // As `docker compose stop` does.
    worker.child.kill('SIGTERM');
    assert.equal(await worker.ended, EXIT.interrupted, worker.log);
    assert.equal(worker.events('ended').length, 1);
  });
});
