/** What is typed to find a patient, and the plainest indexed SQL for the same question. */
import { patientQuery } from '../../plugins/access/server/src/domain/patient-query.ts';

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

export const questions: readonly Question[] = [
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
