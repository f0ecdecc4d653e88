import { rows, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { InvoiceLine, Payment } from '../../../shared/index.ts';
import type { Language } from '../domain/procedures.ts';

const uid = 'api::invoice.invoice';

export interface KeptInvoice {
  readonly documentId: string;
  readonly number: string | null;
  readonly status: 'issued' | 'paid' | 'void';
  readonly issuedOn: string | null;
  readonly dueOn: string | null;
  readonly currency: string;
  readonly total: number;
  readonly paidAt: string | null;
  readonly voidReason: string | null;
  readonly notes: string | null;
  readonly lines: readonly InvoiceLine[];
  readonly payments: readonly Payment[];
  readonly location: { name: string; address: string | null } | null;
  readonly patient: {
    readonly documentId: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly address: string | null;
    readonly city: string | null;
    readonly email: string | null;
    readonly preferredLanguage: Language | null;
  } | null;
}

const populate = {
  lines: true,
  payments: { sort: ['receivedAt:asc', 'id:asc'] },
  location: { fields: ['name', 'address'] },
  patient: {
    fields: [
      'documentId',
      'firstName',
      'lastName',
      'address',
      'city',
      'email',
      'preferredLanguage',
    ],
  },
} as const;

export const findInvoice = async (
  strapi: Core.Strapi,
  documentId: string,
): Promise<KeptInvoice | null> =>
  (await strapi
    .documents(uid)
    .findOne({ documentId, populate: populate as never })) as unknown as KeptInvoice | null;

/** A patient's invoices, the latest first. */
export const invoicesOf = async (strapi: Core.Strapi, patient: string): Promise<KeptInvoice[]> =>
  (await strapi.documents(uid).findMany({
    filters: { patient: { documentId: patient }, number: { $notNull: true } },
    populate: populate as never,
    sort: ['issuedOn:desc', 'id:desc'],
  })) as unknown as KeptInvoice[];

export interface NewInvoice {
  readonly number: string;
  readonly patient: string;
  readonly location: string | null;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly currency: string;
  readonly lines: readonly InvoiceLine[];
  readonly total: number;
  readonly paidAt: string | null;
  /** Document ids. */
  readonly treatments: readonly string[];
}

/** Writes an invoice with its lines and treatments. Join it to the transaction that gave the number. */
export const keepInvoice = async (strapi: Core.Strapi, invoice: NewInvoice): Promise<string> => {
  const { location, patient, lines, treatments, ...data } = invoice;
  const created = await strapi.documents(uid).create({
    data: {
      ...data,
      status: invoice.paidAt === null ? 'issued' : 'paid',
      lines: [...lines],
      patient: { documentId: patient },
      treatments: treatments.map((documentId) => ({ documentId })),
      ...(location === null ? {} : { location: { documentId: location } }),
    } as never,
  });
  return created.documentId;
};

export interface HeldInvoice {
  readonly id: number;
  readonly documentId: string;
  readonly number: string | null;
  readonly status: 'issued' | 'paid' | 'void';
  readonly total: number;
  readonly currency: string;
  /** Document id. */
  readonly patient: string | null;
  readonly paid: number;
}

/** Holds an invoice until the transaction ends, so that one payment at a time counts against its balance. */
export const holdInvoice = async (
  trx: Transaction,
  documentId: string,
): Promise<HeldInvoice | undefined> => {
  await rows(trx, 'select id from invoices where document_id = ? for update', [documentId]);
  const [held] = await rows<HeldInvoice>(
    trx,
    `select invoice.id, invoice.document_id as "documentId", invoice.number, invoice.status, invoice.total,
            invoice.currency, patient.document_id as patient,
            (select coalesce(sum(payment.amount), 0)::integer
             from payments payment
             join payments_invoice_lnk link on link.payment_id = payment.id
             where link.invoice_id = invoice.id) as paid
     from invoices invoice
     left join invoices_patient_lnk of_patient on of_patient.invoice_id = invoice.id
     left join patients patient on patient.id = of_patient.patient_id
     where invoice.document_id = ? and invoice.number is not null`,
    [documentId],
  );
  return held;
};

export const markPaid = async (
  strapi: Core.Strapi,
  documentId: string,
  paidAt: string,
): Promise<void> => {
  await strapi.documents(uid).update({ documentId, data: { status: 'paid', paidAt } });
};

export const markVoid = async (
  strapi: Core.Strapi,
  documentId: string,
  { at, reason }: { at: string; reason: string },
): Promise<void> => {
  await strapi
    .documents(uid)
    .update({ documentId, data: { status: 'void', voidedAt: at, voidReason: reason } });
};
