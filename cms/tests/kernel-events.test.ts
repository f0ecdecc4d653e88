import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Clinic, openClinic, secrets } from '../../tests/support/clinic.ts';

const root = join(__dirname, '../..');
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('domain events', () => {
  let clinic: Clinic;
  const workers: ChildProcess[] = [];
  beforeAll(async () => {
    clinic = await openClinic();
    await clinic.db.query('create table test_work (worker text, event text, state text)');
  });
  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await clinic.close();
  });

  const startWorker = (name: string, events: number, milliseconds: number) => {
    const worker = spawn(
      process.execPath,
      [join(root, 'tests/support/event-worker.ts'), name, String(events), String(milliseconds)],
      {
        cwd: root,
        env: { ...process.env, ...secrets, TZ: 'UTC', DATABASE_URL: clinic.databaseUrl },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    workers.push(worker);
    return new Promise<ChildProcess>((resolve, reject) => {
      worker.stdout?.on('data', (chunk) => String(chunk).includes('ready') && resolve(worker));
      worker.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
    });
  };
  const told = async (state: string, worker = '%') =>
    (
      await clinic.db.query<{ event: string }>(
        'select distinct event from test_work where state = $1 and worker like $2',
        [state, worker],
      )
    ).rows.map(({ event }) => event);
  const until = async (what: () => Promise<boolean>) => {
    for (let i = 0; i < 600; i++) {
      if (await what()) return;
      await wait(100);
    }
    throw new Error('It did not happen within a minute');
  };

  test('each is handled though a process dies in the middle; what was rolled back never is', async () => {
    const first = await startWorker('first', 12, 1_500);
    await startWorker('second', 0, 50);
    // The first is killed while it works on something.
    await until(async () => {
      const [begun, done] = [await told('begun', 'first'), await told('done', 'first')];
      return begun.length > done.length;
    });
    first.kill('SIGKILL');
    const lost = (await told('begun', 'first')).length - (await told('done', 'first')).length;
    expect(lost).toBe(1);
    await until(async () => (await told('done')).length >= 12);
    expect((await told('done')).sort()).toEqual(
      Array.from({ length: 12 }, (_, i) => `kept ${i}`).sort(),
    );
    expect(await told('rolled back')).toEqual(['taken back']);
    expect(await told('begun')).not.toContain('taken back');
  });
});
