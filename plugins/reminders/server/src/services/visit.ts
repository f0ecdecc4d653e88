import { ClinicError } from '@enamel/kernel';
import { visitOf } from '@enamel/scheduling';
import type { Core } from '@strapi/strapi';
import type { VisitFacts } from '../domain/values.ts';

export interface Visit extends VisitFacts {
  readonly status: string;
  readonly sequence: number;
  readonly documentId: string;
  readonly patient: string;
}

/** A visit as a message tells of it; undefined when it is gone. */
export const readVisit = async (
  strapi: Core.Strapi,
  appointment: string,
  language: string,
): Promise<Visit | undefined> => {
  try {
    const visit = await visitOf(strapi, appointment, language);
    return {
      documentId: appointment,
      patient: visit.patient.documentId,
      person: visit.patient.firstName,
      status: visit.status,
      sequence: visit.sequence,
      start: Temporal.Instant.from(visit.startsAt),
      end: Temporal.Instant.from(visit.endsAt),
      zone: visit.zone,
      cancelReason: visit.cancelReason,
      appointmentType: visit.appointmentType.name,
      practitioner: visit.practitioner.name,
      location: visit.location,
    };
  } catch (error) {
    if (error instanceof ClinicError && error.kind === 'missing') return undefined;
    throw error;
  }
};
