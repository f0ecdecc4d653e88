/**
 * `npm run bench -- patients [count]`: the one search for patients beside the plainest indexed SQL for the same question,
 * in turns, over the same connection: for staff who know every patient, and for those of one location.
 */
import knex, { type Knex } from 'knex';
import { patientQuery } from '../../plugins/access/server/src/domain/patient-query.ts';
import type { Scope } from '../../plugins/access/server/src/domain/scope.ts';
import { searchPatientRows } from '../../plugins/access/server/src/store/patient-pages.ts';
import { patientInScope } from '../../plugins/access/server/src/store/scope.ts';
import { withTestServer } from '../../scripts/test-server.ts';
import { openClinic } from '../support/clinic.ts';
import { inventPatients } from '../support/many-patients.ts';
import { questions } from './patient-questions.ts';

const rounds = 40;
/** Milliseconds after which a kind of question has been asked often enough. */
const patience = 6_000;

const plainIndexes = `
create index on patients ((search_text(last_name)) text_pattern_ops, (search_text(first_name)) text_pattern_ops);
create index on patients ((search_text(first_name)) text_pattern_ops);
create index on patients (lower(email) text_pattern_ops);
create index on patients (phone_digits(mobile_number) text_pattern_ops);
create index on patients using gin ((search_text(full_name)) gin_trgm_ops);
analyze patients`;

const at = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[
    Math.min(times.length - 1, Math.floor(times.length * share))
  ] as number;
const shown = (ms: number) => Number(ms.toFixed(2));

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** Two of three patients are known at the first location. */
const scopes: Readonly<Record<string, Scope>> = {
  everywhere: { everywhere: true, schedule: 'everybody' },
  'one of two locations': {
    everywhere: false,
    schedule: 'everybody',
    places: [{ id: 1, documentId: 'first' }],
    treatedBy: null,
    opened: [],
  },
};

const measure = async (on: Knex, scope: Scope) => {
  const now = new Date().toISOString();
  const seen = (patient: string) => patientInScope(scope, patient);
  const figures = [];
  for (const { kind, typed, sql, given = (a: string) => ({ a }) } of questions) {
    const scoped = sql.replace(' order by ', ` and ${seen('patients.id')} order by `);
    const ours: number[] = [];
    const theirs: number[] = [];
    const slowest = { typed: '', ms: 0 };
    const until = performance.now() + patience;
    for (let round = -6; round < rounds && (round < 2 || performance.now() < until); round++)
      for (const q of typed) {
        const query = patientQuery(q, 2026);
        const mine = await timed(() => searchPatientRows(on, query, { limit: 20, now, seen }));
        const other = await timed(() => on.raw(scoped, given(q) as never));
        if (round < 0) continue;
        ours.push(mine);
        theirs.push(other);
        if (mine > slowest.ms) Object.assign(slowest, { typed: q, ms: mine });
      }
    figures.push({
      kind,
      'ms, median': shown(at(ours, 0.5)),
      'ms, p99': shown(at(ours, 0.99)),
      'plain, median': shown(at(theirs, 0.5)),
      'plain, p99': shown(at(theirs, 0.99)),
      ratio: shown(at(ours, 0.5) / at(theirs, 0.5)),
      slowest: slowest.typed,
    });
  }
  return figures;
};

export const benchPatients = async (count = 1_000_000): Promise<boolean> => {
  let passed = true;
  await withTestServer(async () => {
    const began = performance.now();
    const say = (what: string) =>
      console.log(`${what} (${Math.round((performance.now() - began) / 1000)} s)`);
    const clinic = await openClinic();
    const on = knex({ client: 'pg', connection: clinic.databaseUrl, pool: { min: 1, max: 1 } });
    try {
      await inventPatients(clinic.db, count);
      const { rows } = await clinic.db.query(
        `select (select count(*)::int from patients) as patients, (select count(*)::int from patient_index) as entries,
           (select count(*)::int from name_words) as words, pg_size_pretty(pg_total_relation_size('patient_index')) as size`,
      );
      say(`Invented: ${JSON.stringify(rows[0])}`);
      await clinic.db.query(plainIndexes);
      say('Plain indexes made');
      for (const [name, scope] of Object.entries(scopes)) {
        const figures = await measure(on, scope);
        console.table(figures);
        const worst = Math.max(...figures.map(({ ratio }) => ratio));
        passed &&= worst <= 3;
        say(`Staff of ${name}: at most ${worst} × the plain SQL; 3 are allowed`);
      }
    } finally {
      await on.destroy();
      await clinic.close();
    }
  });
  return passed;
};
