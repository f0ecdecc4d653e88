import { patientInScope, type Scope } from '@enamel/access';
import { rows } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { InvoiceState } from '../../../shared/index.ts';

export interface InvoiceFilter {
  readonly state?: InvoiceState | 'outstanding' | undefined;
  /** First and last day of issue, `YYYY-MM-DD`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Part of the patient's name or of the number; accents do not matter. */
  readonly search?: string | undefined;
  readonly scope: Scope;
}

export interface InvoiceRow {
  readonly documentId: string;
  readonly number: string;
  readonly status: 'issued' | 'paid' | 'void';
  readonly issuedOn: string | null;
  readonly dueOn: string | null;
  readonly currency: string;
  readonly total: number;
  readonly paid: number;
  readonly patient: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** Invoices with what was paid, and where each stands: the same rules as the domain's `standingOf`. */
const listed = (scope: Scope) => `
  with listed as (
    select invoice.id, invoice.document_id as "documentId", invoice.number, invoice.status,
           to_char(invoice.issued_on, 'YYYY-MM-DD') as "issuedOn", to_char(invoice.due_on, 'YYYY-MM-DD') as "dueOn",
           invoice.currency, invoice.total, paid.amount as paid,
           case when invoice.status = 'void' then 'void'
                when invoice.total - paid.amount <= 0 then 'paid'
                when paid.amount > 0 then 'part-paid'
                else 'unpaid' end as state,
           patient.document_id as patient, patient.first_name as "firstName", patient.last_name as "lastName"
    from invoices invoice
    join invoices_patient_lnk of_patient on of_patient.invoice_id = invoice.id
    join patients patient on patient.id = of_patient.patient_id
    left join (
      select link.invoice_id, sum(payment.amount)::integer as amount
      from payments payment
      join payments_invoice_lnk link on link.payment_id = payment.id
      group by link.invoice_id) received on received.invoice_id = invoice.id
    cross join lateral (select coalesce(received.amount, 0) as amount) paid
    where invoice.number is not null and ${patientInScope(scope, 'patient.id')}
      and (cast(:from as date) is null or invoice.issued_on >= cast(:from as date))
      and (cast(:to as date) is null or invoice.issued_on <= cast(:to as date))
      and (cast(:search as text) is null
        or position(lower(unaccent(:search)) in lower(unaccent(concat_ws(' ',
             invoice.number, patient.first_name, patient.last_name, patient.first_name)))) > 0)
  ), chosen as (
    select * from listed
    where cast(:state as text) is null or state = :state or (:state = 'outstanding' and state in ('unpaid', 'part-paid'))
  )`;

const bindings = ({ state, from, to, search }: InvoiceFilter) => ({
  state: state ?? null,
  from: from ?? null,
  to: to ?? null,
  search: search || null,
});

/** A page of invoices, the latest first. */
export const listInvoices = (
  strapi: Core.Strapi,
  filter: InvoiceFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<InvoiceRow[]> =>
  rows(
    strapi.db.connection,
    `${listed(filter.scope)} select * from chosen order by "issuedOn" desc nulls last, number desc limit :limit offset :offset`,
    { ...bindings(filter), ...page },
  );

export interface CurrencySum {
  readonly currency: string;
  readonly count: number;
  readonly invoiced: number;
  readonly outstanding: number;
}

/** How many there are and what they come to, for each currency. Void ones are counted and add nothing. */
export const sumInvoices = async (
  strapi: Core.Strapi,
  filter: InvoiceFilter,
): Promise<CurrencySum[]> => {
  const sums = await rows<Record<keyof CurrencySum, string>>(
    strapi.db.connection,
    `${listed(filter.scope)}
     select currency, count(*) as count,
            coalesce(sum(total) filter (where state <> 'void'), 0) as invoiced,
            coalesce(sum(greatest(total - paid, 0)) filter (where state <> 'void'), 0) as outstanding
     from chosen group by currency order by currency`,
    bindings(filter),
  );
  return sums.map(({ currency, count, invoiced, outstanding }) => ({
    currency,
    count: Number(count),
    invoiced: Number(invoiced),
    outstanding: Number(outstanding),
  }));
};
