import { recording } from '@enamel/audit';
import type { DomainEvents, EventName } from '@enamel/kernel';
import { emitting, type Part, part, run, type Transaction, together } from '@enamel/kernel/server';
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

/** What tells the other rooms and the audit trail, for the statement of the change itself. */
export const telling = async <N extends EventName>(
  strapi: Core.Strapi,
  { event, payload, action, appointment, patient, detail }: News<N>,
): Promise<Record<string, Part>> => ({
  ...(await emitting(strapi, event, payload)),
  entry: recording(strapi, {
    action,
    subject: 'appointment',
    subjectId: appointment,
    patientId: patient,
    detail,
  }),
});

/** Tells the other rooms and the audit trail, in the transaction of the change. */
export const tell = async <N extends EventName>(
  strapi: Core.Strapi,
  trx: Transaction,
  news: News<N>,
): Promise<void> => {
  await run(trx, together(await telling(strapi, news), part`select`));
};

export const iso = (instant: number): string => new Date(instant).toISOString();
