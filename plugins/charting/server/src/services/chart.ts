import { record } from '@enamel/audit';
import { invalid, missing, startOfDay } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Chart, OwnRecord } from '../../../shared/contracts.ts';
import { chartOf, statusAt } from '../../../shared/index.ts';
import { ageOn } from '../domain/age.ts';
import { type ClinicRow, findClinic, findServices } from '../store/clinic.ts';
import { findFindings, findPatient, findTreatments, type PatientRow } from '../store/records.ts';

/** The last instant of a local date, or undefined when that is not over yet. */
const instantOf = (date: string | undefined, today: Temporal.PlainDate, zone: string) => {
  if (date === undefined) return undefined;
  const day = Temporal.PlainDate.from(date);
  if (Temporal.PlainDate.compare(day, today) > 0)
    throw invalid('DATE_IN_FUTURE', 'The chart of a day to come is not known yet.');
  if (day.equals(today)) return undefined;
  return startOfDay(day.add({ days: 1 }), zone)
    .subtract({ milliseconds: 1 })
    .toString();
};

const gather = async (strapi: Core.Strapi, patient: PatientRow, date?: string) => {
  const on = strapi.db.connection;
  const clinic: ClinicRow = await findClinic(on);
  const today = clockOf(strapi).now().toZonedDateTimeISO(clinic.zone).toPlainDate();
  const at = instantOf(date, today, clinic.zone);
  const findings = await findFindings(on, patient.id);
  const treatments = await findTreatments(on, patient.id);
  const age = ageOn(patient.dateOfBirth, date ? Temporal.PlainDate.from(date) : today);
  const teeth = chartOf({ findings, treatments, age, at });
  return { clinic, today, at, age, findings, treatments, teeth };
};

/**
 * A patient's chart for staff, at the end of a local date or now. Without `prices` no money is told.
 * @throws 404 when there is no such patient.
 */
export const readChart = async (
  strapi: Core.Strapi,
  documentId: string,
  { date, prices }: { date?: string | undefined; prices: boolean },
): Promise<Chart> => {
  const patient = await findPatient(strapi.db.connection, documentId);
  if (!patient) throw missing('PATIENT_NOT_FOUND', 'There is no such patient.');
  const gathered = await gather(strapi, patient, date);
  const { clinic, today, at, age, findings, teeth } = gathered;
  const services = await findServices(strapi.db.connection);
  await record(strapi, undefined, {
    action: 'chart.read',
    subject: 'patient',
    subjectId: documentId,
    patientId: documentId,
    detail: date ? { at: date } : {},
  });
  return {
    patient: documentId,
    today: today.toString(),
    at: at ?? null,
    zone: clinic.zone,
    notation: clinic.notation,
    currency: prices ? clinic.currency : null,
    age: age ?? null,
    teeth,
    findings,
    treatments: gathered.treatments.map((treatment) => ({
      ...treatment,
      totalPrice: prices ? treatment.totalPrice : null,
      discount: prices ? treatment.discount : null,
    })),
    services: services.map((service) => ({ ...service, price: prices ? service.price : null })),
  };
};

/** What a patient sees of the own chart: the picture and the treatments, no notes. */
export const readOwnRecord = async (
  strapi: Core.Strapi,
  documentId: string,
): Promise<OwnRecord> => {
  const patient = await findPatient(strapi.db.connection, documentId);
  if (!patient) throw missing('PATIENT_NOT_FOUND', 'There is no such patient.');
  const { clinic, teeth, treatments } = await gather(strapi, patient);
  await record(strapi, undefined, {
    action: 'chart.read',
    subject: 'patient',
    subjectId: documentId,
    patientId: documentId,
  });
  return {
    notation: clinic.notation,
    currency: clinic.currency,
    teeth,
    treatments: treatments
      .filter((treatment) => statusAt(treatment) !== 'inactive')
      .map(({ documentId: id, procedure, description, tooth, surfaces, status, ...rest }) => ({
        documentId: id,
        procedure,
        description,
        tooth,
        surfaces,
        status,
        totalPrice: rest.totalPrice,
        discount: rest.discount,
        date: rest.date,
        completedAt: rest.completedAt,
        practitioner: rest.practitioner,
      })),
  };
};
