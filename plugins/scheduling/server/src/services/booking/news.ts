import { recording } from '@enamel/audit';
import type { DomainEvents, EventName } from '@enamel/kernel';
import {
  emit,
  emitting,
  type Part,
  part,
  run,
  type Transaction,
  together,
} from '@enamel/kernel/server';
import { createId } from '@paralleldrive/cuid2';
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

/** Tells whoever sends messages of all that was done in one go; each visit's own news has been told. */
export const tellMany = async (
  strapi: Core.Strapi,
  trx: Transaction,
  what: DomainEvents['visits.changed']['what'],
  patient: string,
  visits: readonly string[],
): Promise<void> => {
  if (visits.length === 0) return;
  await emit(strapi, trx, 'visits.changed', { change: createId(), what, patient, visits });
};

export const iso = (instant: number): string => new Date(instant).toISOString();
