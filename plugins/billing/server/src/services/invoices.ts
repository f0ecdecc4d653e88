import { scopeOf } from '@enamel/access';
import { record } from '@enamel/audit';
import { conflict, missing } from '@enamel/kernel';
import { clockOf, emit, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Invoice, PatientAccount, UnbilledPatient } from '../../../shared/index.ts';
import { amountOf, invoiceNumber, lineOf, standingOf, totalOf } from '../domain/invoice.ts';
import { type Language, procedureName } from '../domain/procedures.ts';
import { billingClinic } from '../store/clinic.ts';
import {
  findInvoice,
  holdInvoice,
  invoicesOf,
  type KeptInvoice,
  keepInvoice,
  markVoid,
} from '../store/invoices.ts';
import { nextSequence } from '../store/numbers.ts';
import { billedPatient } from '../store/patients.ts';
import {
  lockUnbilled,
  releaseTreatments,
  unbilledOf,
  unbilledPatients,
} from '../store/treatments.ts';
import { closeCheckouts } from './checkout.ts';

/** Days until an invoice is due. */
const term = { days: 14 };

const noInvoice = () => missing('INVOICE_NOT_FOUND', 'There is no such invoice.');
const noPatient = () => missing('PATIENT_NOT_FOUND', 'There is no such patient.');

export const shownInvoice = (kept: KeptInvoice): Invoice => {
  const paid = totalOf(kept.payments);
  const { patient } = kept;
  return {
    documentId: kept.documentId,
    number: kept.number,
    ...standingOf(kept, paid),
    issuedOn: kept.issuedOn,
    dueOn: kept.dueOn,
    currency: kept.currency,
    total: kept.total,
    patient: {
      documentId: patient?.documentId ?? '',
      firstName: patient?.firstName ?? '',
      lastName: patient?.lastName ?? '',
    },
    paidAt: kept.paidAt,
    notes: kept.notes,
    voidReason: kept.voidReason,
    location: kept.location && { name: kept.location.name, address: kept.location.address },
    lines: kept.lines.map(
      ({ description, toothNumber, quantity, unitPrice, discount, amount }) => ({
        description,
        toothNumber,
        quantity,
        unitPrice,
        discount: discount ?? 0,
        amount,
      }),
    ),
    payments: kept.payments.map(
      ({ documentId, amount, currency, method, receivedAt, reference, takenBy }) => ({
        documentId,
        amount,
        currency,
        method,
        receivedAt,
        reference,
        takenBy,
      }),
    ),
  };
};

/** An invoice with all that is on it. Whose it must be, a patient's document id, is given by the patient's own routes. */
export const keptInvoice = async (
  strapi: Core.Strapi,
  documentId: string,
  patient?: string,
): Promise<KeptInvoice> => {
  const kept = await findInvoice(strapi, documentId);
  if (!kept?.number || (patient !== undefined && kept.patient?.documentId !== patient))
    throw noInvoice();
  await record(strapi, undefined, {
    action: 'billing.invoice.read',
    subject: 'invoice',
    subjectId: documentId,
    ...(kept.patient ? { patientId: kept.patient.documentId } : {}),
  });
  return kept;
};

/** A patient's invoices as they see them, the latest first. */
export const patientInvoices = async (strapi: Core.Strapi, patient: string): Promise<Invoice[]> => {
  await record(strapi, undefined, {
    action: 'billing.invoices.listed',
    subject: 'patient',
    subjectId: patient,
    patientId: patient,
  });
  return (await invoicesOf(strapi, patient)).map(shownInvoice);
};

/** What staff see of a patient's account: completed treatments without an invoice, invoices, payments, balance. */
export const patientAccount = async (
  strapi: Core.Strapi,
  documentId: string,
  language: Language,
): Promise<PatientAccount> => {
  if (!(await billedPatient(strapi, documentId))) throw noPatient();
  const [clinic, unbilled, invoices] = await Promise.all([
    billingClinic(strapi),
    unbilledOf(strapi, documentId),
    patientInvoices(strapi, documentId),
  ]);
  return {
    currency: clinic.currency,
    unbilled: unbilled.map((row) => ({
      documentId: row.documentId,
      description: row.description || procedureName(row.procedure, language),
      toothNumber: row.toothNumber,
      date: row.date,
      practitioner: row.practitioner || null,
      totalPrice: row.totalPrice,
      discount: row.discount ?? 0,
      amount: amountOf(row),
    })),
    invoices,
    balance: invoices.reduce((sum, { balance }) => sum + balance, 0),
  };
};

/** Whom the desk has yet to bill. */
export const toBill = async (strapi: Core.Strapi): Promise<UnbilledPatient[]> => {
  const found = await unbilledPatients(strapi, await scopeOf(strapi));
  await record(strapi, undefined, {
    action: 'billing.unbilled.listed',
    subject: 'treatment',
    patients: found.map(({ documentId }) => documentId),
  });
  return found;
};

/**
 * Issues an invoice for completed treatments of one patient: lines, number, links, event and audit in one transaction.
 * @throws NOTHING_TO_BILL when a treatment is not the patient's, not completed or billed already
 */
export const issueInvoice = async (
  strapi: Core.Strapi,
  order: { readonly patient: string; readonly treatments: readonly string[] },
): Promise<Invoice> => {
  const patient = await billedPatient(strapi, order.patient);
  if (!patient) throw noPatient();
  const clinic = await billingClinic(strapi);
  const wanted = [...new Set(order.treatments)];
  const now = clockOf(strapi).now();
  const today = now.toZonedDateTimeISO(clinic.zone).toPlainDate();
  const documentId = await transaction(strapi, async (trx) => {
    const treatments = await lockUnbilled(trx, order.patient, wanted);
    if (treatments.length !== wanted.length)
      throw conflict(
        'NOTHING_TO_BILL',
        'Some of these treatments are not completed or have an invoice already. Please look again.',
      );
    const lines = treatments.map((each) =>
      lineOf(each, patient.language ?? clinic.defaultLanguage),
    );
    const total = totalOf(lines);
    const sequence = await nextSequence(trx, clinic.invoicePrefix, today.year);
    const invoice = await keepInvoice(strapi, {
      number: invoiceNumber(clinic.invoicePrefix, today.year, sequence),
      patient: order.patient,
      location: treatments.find(({ location }) => location)?.location ?? patient.location,
      issuedOn: today.toString(),
      dueOn: today.add(term).toString(),
      currency: clinic.currency,
      lines,
      total,
      paidAt: total === 0 ? now.toString({ smallestUnit: 'millisecond' }) : null,
      treatments: wanted,
    });
    await record(strapi, trx, {
      action: 'billing.invoice.issued',
      subject: 'invoice',
      subjectId: invoice,
      patientId: order.patient,
      detail: { treatments: wanted.length, total, currency: clinic.currency },
    });
    await emit(strapi, trx, 'invoice.issued', { invoice });
    return invoice;
  });
  const kept = await findInvoice(strapi, documentId);
  if (!kept) throw noInvoice();
  return shownInvoice(kept);
};

/** Voids an invoice that nothing was paid for. It keeps its number; its treatments can be billed anew. */
export const voidInvoice = async (
  strapi: Core.Strapi,
  documentId: string,
  reason: string,
): Promise<Invoice> => {
  const sessions = await transaction(strapi, async (trx) => {
    const held = await holdInvoice(trx, documentId);
    if (!held) throw noInvoice();
    if (held.status === 'void') throw conflict('ALREADY_VOID', 'This invoice is void already.');
    if (held.paid > 0 || held.status === 'paid')
      throw conflict('INVOICE_PAID', 'An invoice that was paid cannot be voided.');
    await markVoid(strapi, documentId, {
      at: clockOf(strapi).now().toString({ smallestUnit: 'millisecond' }),
      reason,
    });
    await releaseTreatments(trx, documentId);
    await record(strapi, trx, {
      action: 'billing.invoice.voided',
      subject: 'invoice',
      subjectId: documentId,
      ...(held.patient ? { patientId: held.patient } : {}),
    });
    return closeCheckouts(strapi, trx, documentId);
  });
  await sessions.tellStripe();
  const kept = await findInvoice(strapi, documentId);
  if (!kept) throw noInvoice();
  return shownInvoice(kept);
};
