import { issueLink } from '@enamel/access';
import { record } from '@enamel/audit';
import { portalUrl } from '@enamel/config';
import { invalid, missing } from '@enamel/kernel';
import { clockOf, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { askedPatient } from '../store/patients.ts';
import { clinicLanguage } from '../store/questionnaires.ts';
import { askedVisit } from '../store/visits.ts';

const lifetime = { hours: 24 * 14 };

/** A new link to the history form for a patient: its address in the portal, good for two weeks and one submission. */
export const sendLink = async (
  strapi: Core.Strapi,
  about: { readonly patient: string; readonly appointment?: string | undefined },
) => {
  const patient = await askedPatient(strapi, about.patient);
  if (!patient) throw missing('PATIENT_NOT_FOUND', 'There is no such patient.');
  if (about.appointment !== undefined) {
    const visit = await askedVisit(strapi, about.appointment);
    if (visit?.patient !== about.patient)
      throw invalid('NOT_THEIR_APPOINTMENT', 'This appointment is of another patient.');
  }
  const language = patient.language ?? (await clinicLanguage(strapi));
  const expiresAt = clockOf(strapi).now().add(lifetime).toString({ smallestUnit: 'second' });
  const token = await transaction(strapi, async (trx) => {
    await record(strapi, trx, {
      action: 'intake.link.issued',
      subject: 'patient',
      subjectId: about.patient,
      patientId: about.patient,
    });
    return issueLink(strapi, trx, {
      purpose: 'history-form',
      patient: about.patient,
      ...(about.appointment === undefined ? {} : { appointment: about.appointment }),
      expiresAt,
    });
  });
  return { url: `${portalUrl()}/${language}/forms/${token}`, expiresAt };
};
