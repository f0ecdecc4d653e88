import { rows } from '@enamel/kernel/server';
import type { PatientQuery } from '../domain/patient-query.ts';

/** A piece of SQL with the values of its `:names`. */
export interface Sql {
  readonly sql: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** One patient has several entries; this many hold the first twenty patients. */
const scanned = 80;

// Asked for as if it were a table: the plan is then the same whatever was typed, and PostgreSQL makes it once.
const said = (name: string) => `(select search_text(:${name}))`;
const typed = (n: number) => said(`name${n}`);
const range = (from: string) => `i.entry >= ${from} and i.entry < ${from} || chr(1114111)`;
const begins = (kind: string, from: string) => `i.kind = '${kind}' and ${range(from)}`;
const has = (condition: string) =>
  `exists (select from patient_index i where i.patient_id = p.id and ${condition})`;
const onPhone = `select i.patient_id, i.entry from unnest((select cast(:phones as text[]))) digits,
  lateral (values ('phone', digits), ('phone-end', reverse(digits))) k (kind, digits),
  lateral (select i.patient_id, i.entry from patient_index i where i.kind = k.kind and ${range('k.digits')}`;

const valuesOf = ({ names, phones, mail, born }: PatientQuery) => ({
  ...Object.fromEntries(names.map((name, n) => [`name${n}`, name])),
  ...(phones.length ? { phones: [...phones] } : {}),
  ...(mail ? { mail } : {}),
  ...(born ? { born } : {}),
});

/** Indexes of the words, the longest first: it finds the fewest. */
const byLength = (names: readonly string[]): number[] =>
  names
    .map((name, n) => ({ n, length: name.length }))
    .sort((a, b) => b.length - a.length)
    .map(({ n }) => n);

/** That an entry has all words but the first two of `order`, which it begins with. */
const alsoHas = (order: readonly number[]): string =>
  order
    .slice(2)
    .map((n) => `and strpos(i.entry, ' ' || ${typed(n)}) > 0`)
    .join(' ');

/** A condition on the patient with this number. */
export type Seen = (patient: string) => string;

export const everybody: Seen = () => 'true';

/**
 * `patient_id` and `entry` of all who fit, some of them several times; the first `limit` of each way by `entry` where one
 * is given. Only those whom `seen` lets through.
 */
export const fitting = (query: PatientQuery, seen = everybody, limit?: number): Sql => {
  const { names, phones, mail, born } = query;
  const values = valuesOf(query);
  const first = limit === undefined ? '' : `order by i.entry limit ${limit}`;
  const named = names.map((_, n) => has(begins('name', typed(n))));
  const called = `exists (${onPhone} and i.patient_id = p.id limit 1) i)`;
  const written = has(begins('mail', said('mail')));
  const among = (conditions: readonly string[]) => {
    const person = conditions.length
      ? `and exists (select from patients p where p.id = i.patient_id and ${conditions.join(' and ')})`
      : '';
    return `and ${seen('i.patient_id')} ${person}`;
  };
  if (born) {
    const also = [...named, ...(phones.length ? [called] : []), ...(mail ? [written] : [])];
    const sql = `select p.id as patient_id, p.full_name as entry from patients p
      where p.date_of_birth = cast(:born as date) and p.archived is not true
        and ${[seen('p.id'), ...also].join(' and ')}`;
    return { sql, values };
  }
  if (phones.length)
    return {
      sql: `${onPhone} ${among([...named, ...(mail ? [written] : [])])} ${first}) i`,
      values,
    };
  if (mail) {
    const sql = `select i.patient_id, i.entry from patient_index i
      where ${begins('mail', said('mail'))} ${among(named)} ${first}`;
    return { sql, values };
  }
  if (names.length === 0)
    return { sql: 'select 0 as patient_id, null as entry where false', values };
  const order = byLength(names);
  const [one = 0, two] = order;
  if (two === undefined) {
    const sql = `select i.patient_id, i.entry from patient_index i
      where ${begins('name', typed(one))} ${among([])} ${first}`;
    return { sql, values };
  }
  const ordered = limit === undefined ? '' : `order by w.word, i.entry limit ${limit}`;
  const sql = `select i.patient_id, i.entry from name_words w, lateral (
      select i.patient_id, i.entry from patient_index i
      where ${begins('name', `(w.word || ' ' || ${typed(two)})`)} ${alsoHas(order)} ${among([])} ${first}) i
    where w.word >= ${typed(one)} and w.word < ${typed(one)} || chr(1114111) ${ordered}`;
  return { sql, values };
};

const alike = (n: number) => `alike${n} as (
  select word, greatest(similarity(word, ${typed(n)}), word_similarity(${typed(n)}, word)) as likeness
  from name_words where word % ${typed(n)} and not exists (select from exact)
  order by likeness desc, word limit 8)`;

/** Names that are like the typed ones: of the longest word, or of the two longest together. */
const guesses = ({ names, phones, mail, born }: PatientQuery, seen: Seen): string[] => {
  const order = byLength(names);
  const [one, two] = order;
  if (phones.length || mail || born || one === undefined || (names[one]?.length ?? 0) < 3)
    return ['guesses as (select 0 as patient_id, 0 as likeness, null as entry where false)'];
  const starts =
    two === undefined
      ? `select a.word || ' ' as start, a.likeness from alike${one} a`
      : `select a.word || ' ' || b.word || ' ' as start, a.likeness + b.likeness as likeness
           from alike${one} a, alike${two} b
         union all select a.word || ' ' || ${typed(two)}, a.likeness + 1 from alike${one} a
         union all select b.word || ' ' || ${typed(one)}, b.likeness + 1 from alike${two} b`;
  return [
    ...order.slice(0, 2).map(alike),
    `guesses as (
      select i.patient_id, x.likeness, i.entry from (${starts}) x, lateral (
        select i.patient_id, i.entry from patient_index i
        where ${begins('name', 'x.start')} ${alsoHas(order)} and ${seen('i.patient_id')}
        order by i.entry limit ${scanned}) i)`,
  ];
};

/**
 * Common table expressions that end in `found`: the ids of the first patients who fit, in their order from 1 on (`place`).
 * Whose name begins as typed comes first, then whose address does; names that are like it when there is neither
 * (`guessed`).
 */
export const finding = (query: PatientQuery, limit: number, seen = everybody): Sql => {
  const { names, phones, mail, born } = query;
  const { sql, values } = fitting(query, seen, scanned);
  const oneName = names.length === 1 && !phones.length && !mail && !born;
  const addresses = `select i.patient_id, i.entry from patient_index i
    where ${begins('mail', typed(0))} and ${seen('i.patient_id')} order by i.entry limit ${scanned}`;
  const ctes = [
    `called as materialized (select * from (${sql}) step)`,
    ...(oneName
      ? [
          `addressed as materialized (select * from (${addresses}) step
           where (select count(distinct patient_id) from called) < ${limit})`,
        ]
      : []),
    `exact as materialized (
      select patient_id, row_number() over (order by min(tier), min(entry), patient_id) as place from (
        select 0 as tier, * from called ${oneName ? 'union all select 1, * from addressed' : ''}) e
      group by patient_id order by place limit ${limit})`,
    ...guesses(query, seen),
    `found as (
      select patient_id as id, place, false as guessed from exact
      union all
      (select patient_id, row_number() over (order by max(likeness) desc, min(entry), patient_id), true
       from guesses group by patient_id order by 2 limit ${limit}))`,
  ];
  return { sql: ctes.join(',\n'), values };
};

/** Forgets words that no patient's name has any more. */
export const forgetNameWords = async (on: Parameters<typeof rows>[0]): Promise<void> => {
  await rows(on, 'select forget_name_words()');
};
