/** Whom a message concerns, and what of it a reader may see. Deliveries are `d`, their patients `p`, their readers `g`. */
import { patientInScope, type Scope } from '@enamel/access';

/** Messages to nobody whom the clinic knows, such as codes, are for those who see all. */
export const seenIn = (scope: Scope): string =>
  scope.everywhere ? 'true' : `(p.id is not null and ${patientInScope(scope, 'p.id')})`;

/** Besides its patient: the relative whose address it goes to, and whose visits it tells of. */
const others = `select g.id where g.id is not null
  union select ap.patient_id from jsonb_array_elements_text(d.visits) told (visit)
  join appointments a on a.document_id = told.visit join appointments_patient_lnk ap on ap.appointment_id = a.id`;

const concernsStranger = (scope: Scope): string =>
  scope.everywhere
    ? 'false'
    : `((d.relative_id is not null and g.id is null)
        or exists (select from (${others}) other (id) where not ${patientInScope(scope, 'other.id')}))`;

/** `elsewhere.yes`: it concerns somebody out of scope as well, so that neither its address nor its words are shown. */
export const sourceIn = (scope: Scope): string => `from deliveries d
  left join patients p on p.document_id = d.patient_id left join patients g on g.document_id = d.relative_id
  cross join lateral (select ${concernsStranger(scope)} as yes) elsewhere`;

/** Document ids of whom a row tells its reader. */
export const people = `array(select n.document_id from patients n
  where n.id = p.id or (not elsewhere.yes and n.id in (${others})))`;
