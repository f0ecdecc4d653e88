/** Turns news and the passing of time into planned messages. */
import type { DomainEvent } from '@enamel/kernel';
import { clockOf, type Transaction, transaction } from '@enamel/kernel/server';
import { offerMessage } from '@enamel/scheduling';
import type { Core } from '@strapi/strapi';
import {
  planDueReminders,
  planForMoney,
  planForOffer,
  planForVisit,
  planForVisits,
} from '../store/plan.ts';

export const heard = [
  'appointment.booked',
  'appointment.moved',
  'appointment.cancelled',
  'visits.changed',
  'wait-list.offered',
  'invoice.issued',
  'payment.received',
] as const;

const offered = async (
  strapi: Core.Strapi,
  trx: Transaction,
  offer: string,
  now: Temporal.Instant,
): Promise<number> => {
  const found = await offerMessage(strapi, offer, null);
  return found ? planForOffer(trx, { offer, patient: found.patient, start: found.start }, now) : 0;
};

export const planForEvent = (
  strapi: Core.Strapi,
  event: DomainEvent<(typeof heard)[number]>,
): Promise<number> =>
  transaction(strapi, async (trx) => {
    const now = clockOf(strapi).now();
    const { name, payload } = event;
    const visit = (
      kind: 'appointment-booked' | 'appointment-moved' | 'appointment-cancelled',
      appointment: string,
      start: string,
    ) => planForVisit(trx, kind, appointment, Temporal.Instant.from(start), now);
    if ('together' in payload && payload.together) return 0;
    switch (name) {
      case 'visits.changed':
        return planForVisits(trx, `appointment-${payload.what}`, payload, now);
      case 'appointment.booked':
        return visit('appointment-booked', payload.appointment, payload.startsAt);
      case 'appointment.moved':
        return visit('appointment-moved', payload.appointment, payload.to);
      case 'appointment.cancelled':
        return visit('appointment-cancelled', payload.appointment, payload.startsAt);
      case 'wait-list.offered':
        return offered(strapi, trx, payload.offer, now);
      case 'invoice.issued': {
        const { invoice } = payload;
        const subject = { kind: 'invoice' as const, documentId: invoice, invoice };
        return planForMoney(trx, 'invoice-issued', subject, now);
      }
      case 'payment.received': {
        const { payment, invoice } = payload;
        const subject = { kind: 'payment' as const, documentId: payment, invoice };
        return planForMoney(trx, 'payment-received', subject, now);
      }
    }
  });

export const planReminders = (strapi: Core.Strapi): Promise<number> =>
  transaction(strapi, (trx) => planDueReminders(trx, clockOf(strapi).now()));
