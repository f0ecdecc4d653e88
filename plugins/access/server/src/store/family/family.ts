import { rows, type Transaction } from '@enamel/kernel/server';
import type { Housemate, Relative } from '../../../../shared/family.ts';
import { everybody, type Seen } from '../patient-search.ts';

type Runner = Parameters<typeof rows>[0];

/** From which age patients decide for themselves, and the clinic's zone. */
export const clinicAge = async (on: Runner): Promise<{ age: number; zone: string }> =>
  (
    await rows<{ age: number; zone: string }>(
      on,
      `select consent_age() as age, coalesce((select zone from clinics order by id limit 1), 'UTC') as zone`,
    )
  )[0] ?? { age: 18, zone: 'UTC' };

export interface RelationRow extends Relative {
  readonly id: string;
  readonly kind: 'guardian' | 'family' | 'payer';
  /** Whether the relative is the one who is looked after or paid for. */
  readonly reversed: boolean;
  readonly mayBook: boolean;
  readonly confirmed: boolean;
}

const person = `o.document_id as "documentId", o.first_name as "firstName", o.last_name as "lastName",
  o.date_of_birth::text as "dateOfBirth"`;

/** All who belong to a patient, seen from them. */
export const relationsOf = (
  on: Runner,
  patient: number,
  seen: Seen = everybody,
): Promise<RelationRow[]> =>
  rows(
    on,
    `select r.id, r.kind, r.relative_id = :patient as reversed, r.may_book as "mayBook",
       r.confirmed_at is not null as confirmed, ${person}
     from patient_relations r
     join patients o on o.id = case when r.patient_id = :patient then r.relative_id else r.patient_id end
     where :patient in (r.patient_id, r.relative_id) and o.archived is not true and ${seen('o.id')}
     union all
     select 'payer', 'payer', l.inv_patient_id = :patient, false, true, ${person}
     from patients_guarantor_lnk l
     join patients o on o.id = case when l.patient_id = :patient then l.inv_patient_id else l.patient_id end
     where :patient in (l.patient_id, l.inv_patient_id) and l.patient_id <> l.inv_patient_id and o.archived is not true
       and ${seen('o.id')}
     order by 2, 3, 8, 7`,
    { patient },
  );

const most = 20;

/** Others with the same number, e-mail or home. */
export const housematesOf = (on: Runner, patient: number, seen: Seen): Promise<Housemate[]> =>
  rows(
    on,
    `with met as (
       select i.patient_id as id, case k.kind when 'phone' then 'phone' else 'mail' end as shares
       from patient_index k join patient_index i on i.kind = k.kind and i.entry = k.entry
       join patients p on p.id = k.patient_id
       where k.patient_id = :patient and i.patient_id <> :patient
         and (k.kind = 'phone' and length(k.entry) >= 6 or k.kind = 'mail' and k.entry = search_text(p.email))
       union all
       select h.id, 'address' from patients p
       join patients h on search_text(h.address) = search_text(p.address) and length(h.address) >= 6
         and search_text(coalesce(h.city, '')) = search_text(coalesce(p.city, ''))
       where p.id = :patient and h.id <> :patient
       limit 100)
     select ${person}, array_agg(distinct m.shares) as shares
     from met m join patients o on o.id = m.id where o.archived is not true and ${seen('o.id')}
     group by o.id order by o.date_of_birth nulls last, o.id limit ${most}`,
    { patient },
  );

export interface Person extends Relative {
  readonly id: number;
  readonly archived: boolean;
}

export const personOf = async (on: Runner, documentId: string): Promise<Person | undefined> =>
  (
    await rows<Person>(
      on,
      `select o.id, ${person}, coalesce(o.archived, false) as archived from patients o where o.document_id = ?`,
      [documentId],
    )
  )[0];

/** False when the two are related already. */
export const addRelation = async (
  trx: Transaction,
  relation: {
    readonly id: string;
    readonly patient: number;
    readonly relative: number;
    readonly kind: string;
    readonly mayBook: boolean;
    readonly at: string;
    readonly by: string;
    readonly confirmed: boolean;
  },
): Promise<boolean> =>
  (
    await rows(
      trx,
      `insert into patient_relations (id, patient_id, relative_id, kind, may_book, made_at, made_by, confirmed_at, confirmed_by)
       values (:id, :patient, :relative, :kind, :mayBook, :at, :by,
         case when :confirmed then cast(:at as timestamptz) end, case when :confirmed then :by end)
       on conflict do nothing returning true`,
      relation,
    )
  ).length > 0;

/** Answers document ids of the two; undefined when this patient has no such relation. */
export const removeRelation = async (
  trx: Transaction,
  id: string,
  patient: number,
): Promise<{ kind: string } | undefined> =>
  (
    await rows<{ kind: string }>(
      trx,
      'delete from patient_relations where id = :id and :patient in (patient_id, relative_id) returning kind',
      { id, patient },
    )
  )[0];

export const confirmRelation = async (
  trx: Transaction,
  id: string,
  patient: number,
  who: { readonly at: string; readonly by: string },
): Promise<boolean> =>
  (
    await rows(
      trx,
      `update patient_relations set confirmed_at = coalesce(confirmed_at, cast(:at as timestamptz)),
         confirmed_by = coalesce(confirmed_by, :by)
       where id = :id and :patient in (patient_id, relative_id) returning true`,
      { id, patient, ...who },
    )
  ).length > 0;

export interface ActsForRow {
  readonly id: number;
  readonly documentId: string;
  readonly name: string;
  readonly dateOfBirth: string | null;
  readonly guardian: boolean;
}

/** For whom a patient acts at an instant, the oldest first. */
export const actedFor = (on: Runner, patient: string, at: string): Promise<ActsForRow[]> =>
  rows(
    on,
    `select p.id, p.document_id as "documentId", concat_ws(' ', p.first_name, p.last_name) as name,
       p.date_of_birth::text as "dateOfBirth", a.guardian
     from acted_for(:patient, cast(:at as timestamptz)) a join patients p on p.id = a.id
     order by p.date_of_birth nulls last, p.id`,
    { patient, at },
  );
