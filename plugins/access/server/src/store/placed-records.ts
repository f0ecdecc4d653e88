import { rows } from '@enamel/kernel/server';

type Connection = Parameters<typeof rows>[0];

const linked = (table: string, key: string) =>
  `exists (select from ${table}_location_lnk l where l.${key} = r.id and l.location_id <> all (:own))`;

const elsewhereBy = (thing: string, table: string) =>
  `exists (select from time_offs_${thing}_lnk t join ${table}_location_lnk l on l.${thing}_id = t.${thing}_id
     where t.time_off_id = r.id and l.location_id <> all (:own))`;

const about = (thing: string) =>
  `exists (select from time_offs_${thing}_lnk t where t.time_off_id = r.id)`;

/** An absence that names no place is the person's: of whoever works at one of the places too, and one's own. */
const absentElsewhere = `(not (${['location', 'chair', 'equipment'].map(about).join(' or ')}) and exists (
  select from time_offs_practitioner_lnk t
  where t.time_off_id = r.id
    and exists (select from practitioners_locations_lnk w where w.practitioner_id = t.practitioner_id)
    and not exists (select from practitioners_locations_lnk w
      where w.practitioner_id = t.practitioner_id and w.location_id = any (:own))
    and not exists (select from practitioners_staff_user_lnk s
      where s.practitioner_id = t.practitioner_id and s.user_id = :user)))`;

/** Of each noun that belongs to a place: its table, and what tells of a row `r` that its place is none of `:own`. */
const placed: Readonly<Record<string, { readonly table: string; readonly elsewhere: string }>> = {
  'api::location.location': { table: 'locations', elsewhere: 'r.id <> all (:own)' },
  'api::chair.chair': { table: 'chairs', elsewhere: linked('chairs', 'chair_id') },
  'api::equipment.equipment': {
    table: 'equipment',
    elsewhere: linked('equipment', 'equipment_id'),
  },
  'api::working-hours.working-hours': {
    table: 'working_hours_entries',
    elsewhere: linked('working_hours_entries', 'working_hours_id'),
  },
  'api::time-off.time-off': {
    table: 'time_offs',
    elsewhere: [
      linked('time_offs', 'time_off_id'),
      elsewhereBy('chair', 'chairs'),
      elsewhereBy('equipment', 'equipment'),
      absentElsewhere,
    ].join(' or '),
  },
};

export const isPlaced = (uid: string): boolean => uid in placed;

const closesAll = `not (${['location', 'chair', 'equipment', 'practitioner'].map(about).join(' or ')})`;

/** Whether a record is of a place that is none of these, or closes all places; false of one that does not exist. */
export const whereabouts = async (
  on: Connection,
  uid: string,
  documentId: string,
  { places, user }: { readonly places: readonly number[]; readonly user: number },
): Promise<{ readonly elsewhere: boolean; readonly everywhere: boolean }> => {
  const { table, elsewhere } = placed[uid] ?? { table: 'locations', elsewhere: 'true' };
  const [found] = await rows<{ elsewhere: boolean; everywhere: boolean }>(
    on,
    `select ${elsewhere} as elsewhere, ${table === 'time_offs' ? closesAll : 'false'} as everywhere
     from ${table} r where r.document_id = :documentId`,
    { documentId, own: [...places], user },
  );
  return found ?? { elsewhere: false, everywhere: false };
};
