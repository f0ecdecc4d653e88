/** Assistants and equipment beside a location of `schedule.ts`, and a type of visit that needs both. Ids are `idOf` names. */
import type pg from 'pg';
import { addLocation, idOf, type Schedule } from './schedule.ts';

export interface Assisted {
  /** A type of the location's own; from now on assisted all along. */
  readonly type: string;
  readonly assistants: readonly string[];
  readonly kind: string;
  readonly pieces: readonly string[];
}

/** Adds a location whose `type` takes one of the assistants and one of the pieces with it. */
export const addAssistedLocation = async (
  db: pg.Pool,
  name: string,
  schedule: Schedule,
  { type, assistants, kind, pieces }: Assisted,
): Promise<void> => {
  const people = assistants.map((each) => ({
    name: each,
    hours: schedule.practitioners[0]?.hours ?? [],
  }));
  await addLocation(db, name, {
    ...schedule,
    practitioners: [...schedule.practitioners, ...people],
  });
  const helpers = [assistants.map(idOf)];
  await db.query(
    `update practitioners set profession = 'assistant' where document_id = any ($1)`,
    helpers,
  );
  await db.query(
    `delete from practitioners_appointment_types_lnk where practitioner_id in
       (select id from practitioners where document_id = any ($1))`,
    helpers,
  );
  await db.query(
    `with t as (select id, duration from appointment_types where document_id = $1),
     s as (insert into components_clinic_segments (minutes, practitioner, assistant)
       select duration, true, true from t returning id)
     insert into appointment_types_cmps (entity_id, cmp_id, component_type, field, "order")
     select t.id, s.id, 'clinic.segment', 'segments', 1 from t, s`,
    [idOf(type)],
  );
  await db.query(
    `with k as (insert into equipment_kinds (document_id, name, created_at, updated_at, published_at)
       values ($1, $2, now(), now(), now()) returning id),
     needed as (insert into appointment_types_equipment_kinds_lnk (appointment_type_id, equipment_kind_id)
       select t.id, k.id from appointment_types t, k where t.document_id = $3),
     e as (insert into equipment (document_id, name, active, position, created_at, updated_at, published_at)
       select piece, piece, true, n, now(), now(), now() from unnest($4::text[]) with ordinality as wanted (piece, n)
       returning id),
     kinds as (insert into equipment_kind_lnk (equipment_id, equipment_kind_id) select e.id, k.id from e, k)
     insert into equipment_location_lnk (equipment_id, location_id)
     select e.id, l.id from e, locations l where l.document_id = $5`,
    [idOf(kind), kind, idOf(type), pieces.map(idOf), idOf(name)],
  );
};
