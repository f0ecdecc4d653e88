/** `npm run bench -- audit [entries]`: sealing and verifying a trail of a million entries, and reading it from a file. */
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../database/embedded/index.ts';
import {
  checkpointLine,
  makeCheckpoint,
  signingKeyOf,
  trusting,
} from '../../plugins/audit/server/src/domain/checkpoint.ts';
import {
  createLogReader,
  headLine,
  sealLine,
} from '../../plugins/audit/server/src/domain/log-file.ts';
import { start } from '../../plugins/audit/server/src/domain/verifier.ts';
import { sealAll } from '../../plugins/audit/server/src/services/seal.ts';
import { verifyChain } from '../../plugins/audit/server/src/services/verify.ts';
import { askOf } from '../../plugins/audit/server/src/store/ask.ts';
import { headOf } from '../../plugins/audit/server/src/store/seals.ts';
import { freePort } from '../../scripts/processes.ts';

/** A clinic's mix: two looks of three, lists of ten patients, writes that tell fields and values. */
const generated = `
insert into audit_entries (at, actor_kind, actor_id, actor_name, actor_roles, action, subject, subject_id, patients, request_id, ip, device, detail)
select timestamptz '2026-01-05 08:00Z' + n * interval '1.7 s', case when n % 5 = 0 then 'patient' else 'staff' end, (n % 40)::text,
  case when n % 5 = 0 then null else 'Ștefan Ionescu-Popa' end, case when n % 5 = 0 then '{}'::text[] else '{Dentist}' end,
  (array['read', 'read', 'list', 'read', 'update', 'appointment.booked'])[n % 6 + 1], 'patient', substr(md5(n::text), 1, 24),
  case n % 6 when 2 then (select array_agg(substr(md5((n + i)::text), 1, 24)) from generate_series(1, 10) i)
    else array[substr(md5(n::text), 1, 24)] end,
  gen_random_uuid(), '203.0.113.' || n % 250, 'Firefox on Windows',
  case n % 6 when 4 then '{"fields": ["archived", "notes"], "values": {"archived": {"old": false, "new": true}}}'::jsonb
    when 2 then '{"count": 10}' else '{}' end
from generate_series(1, $1::int) n`;

/** Processor seconds of another process so far; 0 where the system does not tell. */
const processorOf = (pid: number): number => {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

const timed = async <T>(backend: number, work: () => Promise<T>) => {
  const [began, before, server] = [performance.now(), process.cpuUsage(), processorOf(backend)];
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return {
    value,
    seconds: (performance.now() - began) / 1000,
    node: (user + system) / 1_000_000,
    postgres: processorOf(backend) - server,
  };
};

type Timed = Awaited<ReturnType<typeof timed>>;

export const benchAudit = async (entries = 1_000_000): Promise<boolean> => {
  const folder = mkdtempSync(join(tmpdir(), 'enamel-bench-audit-'));
  const server = await startEmbedded({
    folder,
    port: await freePort(),
    settings: ['synchronous_commit=off'],
  });
  const key = signingKeyOf('the secret of a bench');
  const keys = trusting([key.publicKey]);
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const ask = askOf(client);
  const backend = (await client.query('select pg_backend_pid() as pid')).rows[0].pid;
  try {
    for (const name of ['250-audit', '259-audit-owner'])
      await client.query(
        readFileSync(join(import.meta.dirname, `../../database/constraints/${name}.sql`), 'utf8'),
      );
    await client.query(generated, [entries]);
    await client.query('analyze');
    const sealing = await timed(backend, () =>
      sealAll(async (work) => {
        await client.query('begin');
        const sealed = await work(ask);
        await client.query('commit');
        return sealed;
      }, '0'),
    );
    await client.query('vacuum analyze');
    const head = await headOf(ask);
    const closing = makeCheckpoint(key, { ...head, at: '2026-11-20T08:00:00.000Z' });
    const database = await timed(backend, () =>
      verifyChain(ask, start, head.number, [closing], keys),
    );

    const path = join(folder, 'sealed.log');
    const file = createWriteStream(path);
    file.write(`${headLine(start)}\n`);
    await verifyChain(ask, start, head.number, [], keys, {
      onSeal: (number, hash, canonical) => {
        if (!file.write(`${sealLine(number, hash, canonical)}\n`))
          return new Promise((resolve) => file.once('drain', resolve));
      },
    });
    await new Promise<void>((resolve) => file.end(`${checkpointLine(closing)}\n`, resolve));
    const exported = await timed(backend, async () => {
      const reader = createLogReader(keys);
      for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 }))
        reader.take(bytes);
      return { fault: reader.finish(), place: reader.place };
    });

    const row = (what: string, { seconds, node, postgres }: Timed) => ({
      what,
      seconds: Number(seconds.toFixed(2)),
      'processor: Node': Number(node.toFixed(2)),
      'processor: PostgreSQL': Number(postgres.toFixed(2)),
      'entries/s of a core': Math.round(entries / Math.max(node, postgres)),
    });
    console.log(`${entries} entries, ${file.bytesWritten} bytes as a file:`);
    console.table([
      row('sealed', sealing),
      row('verified from PostgreSQL', database),
      row('verified from a file', exported),
    ]);
    const whole = [database, exported].every(
      ({ value }) => value.fault === undefined && value.place?.number === entries,
    );
    const fast = [database, exported].every(
      ({ node, postgres }) => Math.max(node, postgres) <= entries / 100_000,
    );
    console.log(whole ? 'The chain is whole.' : 'The chain is NOT whole.');
    console.log(
      fast ? 'A million takes each core 10 s at most.' : 'A million takes a core MORE than 10 s.',
    );
    return whole && fast;
  } finally {
    await client.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
