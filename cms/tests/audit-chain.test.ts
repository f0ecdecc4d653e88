import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import request from 'supertest';
import { askOf } from '../../plugins/audit/server/src/store/ask.ts';
import { guardOf } from '../../plugins/audit/server/src/store/guard.ts';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';

const root = process.env.TEST_ROOT ?? '';
const secret = 'the secret that signs the checkpoints';

const until = async (holds: () => Promise<boolean>) => {
  const deadline = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not come to hold within 20 s.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

describe('the chain of the audit trail', () => {
  let clinic: Clinic;
  let admin: string;
  let folder: string;
  beforeAll(async () => {
    folder = join(process.env.TEST_FOLDER ?? '', `chain-${Date.now()}`);
    writeFileSync(folder, '');
    clinic = await openClinic({
      processes: 2,
      variables: { AUDIT_SIGNING_KEY: secret, AUDIT_CHECKPOINT_FILE: folder },
    });
    admin = await staffToken(clinic, 'clinic-admin');
  });
  afterAll(() => clinic.close());

  const entry = `insert into audit_entries (at, actor_kind, actor_id, action, subject)
    values (now(), 'system', $1, 'read', 'patient') returning id`;
  const count = async (sql: string): Promise<number> =>
    (await clinic.db.query(`select count(*)::int as n ${sql}`)).rows[0].n;
  const unsealed = () =>
    count(
      'from audit_entries e where not exists (select from audit_seals s where s.entry_id = e.id)',
    );
  const allSealed = () => until(async () => (await unsealed()) === 0);
  const get = (path: string, token = admin) =>
    request(clinic.url).get(path).set('Authorization', `Bearer ${token}`);
  const step = (body: object) =>
    request(clinic.url)
      .post('/audit/chain/verify')
      .set('Authorization', `Bearer ${admin}`)
      .send(body);

  const verify = (...args: string[]) =>
    new Promise<{ code: number | null; output: string }>((resolve) => {
      const child = spawn(process.execPath, [join(root, 'scripts/audit-verify.ts'), ...args], {
        cwd: root,
        env: {
          ...(process.env as Record<string, string>),
          TZ: 'UTC',
          DATABASE_URL: clinic.databaseUrl,
          AUDIT_SIGNING_KEY: secret,
        },
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (bytes) => {
          output += bytes;
        });
      child.on('exit', (code) => resolve({ code, output }));
    });

  /** Does to the database what only its superuser can, and undoes it. */
  const tampering = async (statement: string, work: () => Promise<void>) => {
    const client = new pg.Client({ connectionString: clinic.databaseUrl });
    await client.connect();
    const tables = ['audit_entries', 'audit_seals', 'audit_checkpoints'];
    const each = async (sql: (table: string) => string) => {
      for (const table of tables) await client.query(sql(table));
    };
    await each((table) => `alter table ${table} disable trigger user`);
    await each((table) => `create table kept_${table} as table ${table}`);
    try {
      await client.query(statement);
      await work();
    } finally {
      await each((table) => `truncate ${table}`);
      await each(
        (table) => `insert into ${table} overriding system value select * from kept_${table}`,
      );
      await each((table) => `drop table kept_${table}`);
      await each((table) => `alter table ${table} enable trigger user`);
      await client.query(
        'alter table audit_entries enable always trigger audit_entries_append_only',
      );
      await client.end();
    }
  };

  test('seals what was committed, number after number, each entry once', async () => {
    for (let n = 0; n < 30; n++) await get('/audit/entries?limit=1').expect(200);
    await allSealed();
    const { rows } = await clinic.db.query(
      'select count(*)::int as n, max(number)::int as last, count(distinct entry_id)::int as entries from audit_seals',
    );
    expect(rows[0].n).toBe(rows[0].last);
    expect(rows[0].entries).toBe(await count('from audit_entries'));
  });

  test('seals an entry that commits late behind those that came after it', async () => {
    const late = new pg.Client({ connectionString: clinic.databaseUrl });
    await late.connect();
    await late.query('begin');
    const first = (await late.query(entry, ['late'])).rows[0].id;
    const second = (await clinic.db.query(entry, ['early'])).rows[0].id;
    expect(Number(first)).toBeLessThan(Number(second));
    await until(async () => (await count(`from audit_seals where entry_id = ${second}`)) === 1);
    await new Promise((resolve) => setTimeout(resolve, 4_500));
    await late.query('commit');
    await late.end();
    await allSealed();
    const { rows } = await clinic.db.query(
      'select entry_id as id from audit_seals where entry_id = any($1) order by number',
      [[first, second]],
    );
    expect(rows.map(({ id }) => id)).toEqual([second, first]);
  });

  test('is verified by the command, and in the panel step by step', async () => {
    await allSealed();
    expect(await verify()).toEqual({ code: 0, output: expect.stringContaining('Whole up to') });
    const { body } = await step({}).expect(200);
    expect(body.data).toMatchObject({ fault: null, progress: null });
    expect(body.data.verified).toBe(body.data.until);
    const state = (await get('/audit/chain').expect(200)).body.data;
    expect(state).toMatchObject({
      shipped: true,
      guard: 'superuser',
      verified: { by: 'Test clinic-admin', fault: null, until: body.data.until },
    });
    await step({ progress: `5 ${'0'.repeat(64)} 9 ${'0'.repeat(64)}` }).expect(400);
  });

  test('names the entry that was changed or deleted, the seal that is gone, and the end that was cut off', async () => {
    await allSealed();
    await get('/audit/chain/checkpoints').expect(200);
    await allSealed();
    const kept = join(root, 'coverage', `checkpoints-${Date.now()}.txt`);
    writeFileSync(kept, (await get('/audit/chain/checkpoints').expect(200)).text);
    const { rows } = await clinic.db.query('select entry_id from audit_seals where number = 5');
    const fifth = rows[0].entry_id;
    await tampering(`update audit_entries set ip = '192.0.2.1' where id = ${fifth}`, async () => {
      const { code, output } = await verify();
      expect([code, output]).toEqual([
        1,
        expect.stringContaining(`Number 5 (entry ${fifth}) was changed`),
      ]);
      expect((await step({}).expect(200)).body.data.fault).toMatchObject({
        kind: 'changed',
        number: 5,
      });
    });
    await tampering(`delete from audit_entries where id = ${fifth}`, async () => {
      expect((await verify()).output).toContain(`Number 5 (entry ${fifth}) was deleted`);
    });
    await tampering('delete from audit_seals where number = 5', async () => {
      expect((await verify()).output).toContain('Number 5 is missing');
    });
    await tampering(
      `delete from audit_entries e using audit_seals s where s.entry_id = e.id and s.number > 20;
       delete from audit_seals where number > 20; truncate audit_checkpoints`,
      async () => {
        const { code, output } = await verify('--checkpoints', kept);
        expect(code).toBe(1);
        expect(output).toMatch(/gone|made anew/);
      },
    );
  });

  test('leaves as a sealed log that is verified without the database, and with the public key alone', async () => {
    const { text } = await get('/audit/chain/log').expect(200);
    const file = join(root, 'coverage', `sealed-${Date.now()}.log`);
    writeFileSync(file, text);
    expect((await verify('--export', file)).code).toBe(0);
    const lines = text.split('\n');
    writeFileSync(file, lines.toSpliced(10, 1).join('\n'));
    expect((await verify('--export', file)).output).toContain('Number 10 is missing');
    writeFileSync(file, `${lines.slice(0, 10).join('\n')}\n`);
    expect((await verify('--export', file)).code).toBe(1);
  });

  test('ships each checkpoint to the file that was named', async () => {
    const { text } = await get('/audit/chain/checkpoints').expect(200);
    const shipped = readFileSync(folder, 'utf8').split('\n');
    expect(shipped).toEqual(expect.arrayContaining(text.trim().split('\n')));
  });

  test('is shown and taken home only by who may read the trail', async () => {
    const desk = await staffToken(clinic, 'front-desk');
    for (const path of [
      '/audit/chain',
      '/audit/entries.csv',
      '/audit/chain/log',
      '/audit/chain/checkpoints',
    ]) {
      await get(path, desk).expect(403);
      await request(clinic.url).get(path).expect(401);
    }
  });

  test('leaves as a table that runs no formula, and the export is told', async () => {
    await clinic.db.query(
      `insert into audit_entries (at, actor_kind, actor_id, actor_name, action, subject)
       values (now(), 'staff', '999999', '=HYPERLINK("http://evil")', 'read', 'patient')`,
    );
    const { text, headers } = await get('/audit/entries.csv?actor=999999').expect(200);
    expect(headers['content-disposition']).toContain('audit-trail.csv');
    expect(text.split('\r\n')[1]).toContain(`"'=HYPERLINK(""http://evil"")"`);
    const { rows } = await clinic.db.query(
      `select detail from audit_entries where action = 'trail.export' order by id desc limit 1`,
    );
    expect(rows[0].detail).toEqual({ file: 'csv', filters: ['actor'] });
  });
});

describe('a server whose role is no superuser', () => {
  const file = (path: string) => readFileSync(join(root, 'database', path), 'utf8');
  const superuser = new pg.Client({ connectionString: process.env.TEST_SERVER_URL });
  beforeAll(() => superuser.connect());
  afterAll(() => superuser.end());

  /** A database of a role of its own, with the trail in it as two starts leave it. */
  const startedTwice = async (name: string, rights: string) => {
    await superuser.query(`create role ${name} login ${rights} password '${name}'`);
    await superuser.query(`create database ${name} owner ${name}`);
    const url = new URL(process.env.TEST_SERVER_URL ?? '');
    url.pathname = `/${name}`;
    const operator = new pg.Client({ connectionString: url.href });
    Object.assign(url, { username: name, password: name });
    const server = new pg.Client({ connectionString: url.href });
    await Promise.all([operator.connect(), server.connect()]);
    for (let boot = 0; boot < 2; boot++)
      for (const part of ['250-audit.sql', '259-audit-owner.sql'])
        await server.query(file(`constraints/${part}`));
    const drop = async () => {
      await Promise.all([server.end(), operator.end()]);
      await superuser.query(`drop database ${name}`);
      await superuser.query(`drop role if exists ${name}_audit`);
      await superuser.query(`drop role ${name}`);
    };
    return { server, operator, drop };
  };

  /** It reads and adds, and every other statement is refused. */
  const onlyAdds = async (server: pg.Client) => {
    await server.query(
      `insert into audit_entries (at, actor_kind, actor_id, action, subject) values (now(), 'system', 'x', 'read', 'patient')`,
    );
    await server.query(
      `insert into audit_seals (number, entry_id, hash)
       select max(id), max(id), decode(repeat('00', 32), 'hex') from audit_entries returning number`,
    );
    const count = 'select count(*)::int as n from audit_entries';
    const before = (await server.query(count)).rows;
    for (const statement of [
      'update audit_entries set ip = null',
      'delete from audit_entries',
      'truncate audit_entries',
      'alter table audit_entries disable trigger all',
      'drop trigger audit_entries_append_only on audit_entries',
      'update audit_seals set number = 2',
      'delete from audit_checkpoints',
      'create or replace function audit_entries_refuse() returns trigger language plpgsql as $$ begin return null; end $$',
      'set session_replication_role = replica',
    ])
      await expect(server.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    expect((await server.query(count)).rows).toEqual(before);
  };

  test('may read the trail and add to it, and nothing else', async () => {
    const { server, drop } = await startedTwice(`trail_${Date.now()}`, 'createrole');
    await onlyAdds(server);
    // The limit: who made a role administers it.
    expect(await guardOf(askOf(server))).toBe('returnable');
    await drop();
  });

  test.each(['createrole', 'nocreaterole'])(
    'never takes it back once a superuser has given it away (%s)',
    async (rights) => {
      const name = `kept_${rights}_${Date.now()}`;
      const { server, operator, drop } = await startedTwice(name, rights);
      for (let turn = 0; turn < 2; turn++)
        await operator.query(file('operator/keep-the-trail.sql'));
      await server.query(file('constraints/250-audit.sql'));
      await server.query(file('constraints/259-audit-owner.sql'));
      expect(await guardOf(askOf(server))).toBe('grants');
      for (const statement of [
        `grant ${name}_audit to ${name}`,
        `set role ${name}_audit`,
        `alter role ${name}_audit login`,
        `drop role ${name}_audit`,
        `alter table audit_entries owner to ${name}`,
        `alter role ${name} createrole`,
      ])
        await expect(server.query(statement)).rejects.toThrow(/permission denied|must be owner/);
      await onlyAdds(server);
      await drop();
    },
  );
});
