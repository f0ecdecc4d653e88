/**
 * `npm run bench -- patients [count]`: the one search for patients beside the plainest indexed SQL for the same question,
 * in turns, over the same connection.
 */
import knex from 'knex';
import { patientQuery } from '../../plugins/access/server/src/domain/patient-query.ts';
import { searchPatientRows } from '../../plugins/access/server/src/store/patient-pages.ts';
import { withTestServer } from '../../scripts/test-server.ts';
import { openClinic } from '../support/clinic.ts';
import { inventPatients } from '../support/many-patients.ts';

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

const columns = `document_id as "documentId", first_name, last_name, date_of_birth::text, mobile_number, email, city`;
const plain = (where: string, order: string) =>
  `select ${columns} from patients where archived is not true and ${where} order by ${order} limit 20`;
const last = plain(
  `search_text(last_name) like search_text(:a) || '%'`,
  'search_text(last_name) using ~<~, search_text(first_name) using ~<~',
);
const first = plain(
  `search_text(first_name) like search_text(:a) || '%'`,
  'search_text(first_name) using ~<~',
);
const both = plain(
  `search_text(last_name) like search_text(:a) || '%' and search_text(first_name) like search_text(:b) || '%'`,
  'search_text(last_name) using ~<~, search_text(first_name) using ~<~',
);

interface Question {
  readonly kind: string;
  readonly typed: readonly string[];
  readonly sql: string;
  /** What the plain SQL is given of what was typed. */
  readonly given?: (typed: string) => Record<string, string>;
}

const words = (typed: string) => {
  const [a = '', b = ''] = typed.split(' ');
  return { a, b };
};
const digits = (typed: string) => ({ a: typed.replace(/\D/g, '').replace(/^0+(40)?/, '') });

const questions: readonly Question[] = [
  { kind: 'two letters, last name', typed: ['po', 'sm', 'io', 'st', 'wi', 'mu', 'gh'], sql: last },
  { kind: 'two letters, first name', typed: ['ma', 'an', 'al', 'ch', 'ol'], sql: first },
  { kind: 'common last name', typed: ['popescu', 'Ionescu', 'smith', 'popa'], sql: last },
  { kind: 'common first name', typed: ['Maria', 'andrei', 'ELENA', 'alexandru'], sql: first },
  {
    kind: 'last and first name',
    typed: ['popescu maria', 'smith elena', 'ionescu an', 'popa mi'],
    sql: both,
    given: words,
  },
  {
    kind: 'rare pair',
    typed: ['popescu wanda', 'po zamf', 'stan xen', 'smith wolf'],
    sql: both,
    given: words,
  },
  {
    kind: 'accents left out',
    typed: ['vacarescu', 'turcanu stef', 'serban sanz'],
    sql: both,
    given: words,
  },
  {
    kind: 'phone, from its start',
    typed: ['0722 123', '+40 733 45', '0744', '0040 755 12 34'],
    sql: plain(
      `phone_digits(mobile_number) like :a || '%'`,
      'phone_digits(mobile_number) using ~<~',
    ),
    given: digits,
  },
  {
    kind: 'e-mail',
    typed: ['maria.popescu1', 'ana.ionescu@', 'elena.smith9'],
    sql: plain(`lower(email) like :a || '%'`, 'lower(email) using ~<~'),
  },
  {
    kind: 'birth date',
    typed: ['29.02.1980', '1990-05-01', '3/7/1955'],
    sql: plain('date_of_birth = cast(:a as date)', 'last_name, first_name'),
    given: (typed) => ({ a: patientQuery(typed, 2026).born ?? '' }),
  },
  {
    kind: 'typing error',
    typed: ['popesuc', 'ionsecu', 'mihaella', 'vacaresu', 'smiht'],
    sql: plain('search_text(full_name) % :a', 'similarity(search_text(full_name), :a) desc'),
  },
  {
    kind: 'typing error in a full name',
    typed: ['popesuc maria', 'ionescu andrie', 'stpica mihaela'],
    sql: plain('search_text(full_name) % :a', 'similarity(search_text(full_name), :a) desc'),
  },
  { kind: 'nobody', typed: ['qqqq', 'wxyz qrst'], sql: both, given: words },
];

const at = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[
    Math.min(times.length - 1, Math.floor(times.length * share))
  ] as number;
const shown = (ms: number) => Number(ms.toFixed(2));

export const benchPatients = async (count = 1_000_000): Promise<boolean> => {
  let passed = false;
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
      const now = new Date().toISOString();
      const timed = async (work: () => Promise<unknown>): Promise<number> => {
        const start = performance.now();
        await work();
        return performance.now() - start;
      };
      const figures = [];
      for (const { kind, typed, sql, given = (a: string) => ({ a }) } of questions) {
        const ours: number[] = [];
        const theirs: number[] = [];
        const slowest = { typed: '', ms: 0 };
        const until = performance.now() + patience;
        for (let round = -6; round < rounds && (round < 2 || performance.now() < until); round++)
          for (const q of typed) {
            const mine = await timed(() =>
              searchPatientRows(on, patientQuery(q, 2026), { limit: 20, now }),
            );
            const other = await timed(() => on.raw(sql, given(q) as never));
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
      console.table(figures);
      passed = figures.every(({ ratio }) => ratio <= 3);
      const worst = Math.max(...figures.map(({ ratio }) => ratio));
      say(`The search takes at most ${worst} × the plain SQL; 3 are allowed`);
    } finally {
      await on.destroy();
      await clinic.close();
    }
  });
  return passed;
};
