/** SQL for a field of an appointment type `t` in a language, by its translations. */
const translated = (field: 'name' | 'description') => (language: string) =>
  `coalesce((select nullif(x.${field}, '') from appointment_types_cmps tc
     join components_clinic_translations x on x.id = tc.cmp_id
     where tc.entity_id = t.id and tc.field = 'translations' and x.language = ${language}
     order by tc."order" limit 1), t.${field})`;

export const nameOf = translated('name');
export const descriptionOf = translated('description');
