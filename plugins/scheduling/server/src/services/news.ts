import { record } from '@enamel/audit';
import type { DomainEvents, EventName } from '@enamel/kernel';
import { emit, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';

export interface News<N extends EventName> {
  readonly event: N;
  readonly payload: DomainEvents[N];
  /** What the audit trail says was done. */
  readonly action: string;
  readonly appointment: string;
  readonly patient: string | null;
  readonly detail?: Record<string, unknown>;
}

/** Tells the other rooms and the audit trail, in the transaction of the change. */
export const tell = async <N extends EventName>(
  strapi: Core.Strapi,
  trx: Transaction,
  { event, payload, action, appointment, patient, detail }: News<N>,
): Promise<void> => {
  await emit(strapi, trx, event, payload);
  await record(strapi, trx, {
    action,
    subject: 'appointment',
    subjectId: appointment,
    patientId: patient,
    detail,
  });
};

export const iso = (instant: number): string => new Date(instant).toISOString();
