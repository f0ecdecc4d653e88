/** Everything that the database holds about somebody, to see that nothing of it changed. */
import type { Clinic } from './clinic.ts';

/** Tables that tell of others' work: the trail, what is counted, found and sent by itself. */
const aside =
  /^(audit_|rate_|patient_(index|pairs)|event|deliveries|name_words|schedule_changes|wait_list_offer_links|strapi_)/;

/** The rows that name one of the ids, by table, in short. */
export const held = async (
  { db }: Pick<Clinic, 'db'>,
  { ids }: { readonly ids: ReadonlyMap<string, string> },
): Promise<Record<string, string>> => {
  const { rows: tables } = await db.query(
    `select t.table_name as name, exists (select from information_schema.columns c
       where c.table_schema = 'public' and c.table_name = t.table_name and c.column_name = 'patient_id'
       and c.data_type = 'integer') as of
     from information_schema.tables t where t.table_schema = 'public' and t.table_type = 'BASE TABLE'`,
  );
  const patient = ids.get('patient');
  const parts = tables
    .filter(({ name }) => !aside.test(name))
    .map(
      ({ name, of }) =>
        `select '${name}' as name, md5(string_agg(r::text, ',' order by r::text)) as digest from "${name}" r
         where r::text like any ($1) ${of ? 'or r.patient_id = (select id from patients where document_id = $2)' : 'or $2 = $1[1]'}`,
    );
  const wanted = [...ids.values()].filter((id) => id.length > 12).map((id) => `%${id}%`);
  const { rows } = await db.query(parts.join('\nunion all\n'), [wanted, patient]);
  return Object.fromEntries(
    rows.filter(({ digest }) => digest).map(({ name, digest }) => [`${patient} ${name}`, digest]),
  );
};
