import { scopeOf } from '@enamel/access';
import { record } from '@enamel/audit';
import { csv } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';
import type { InvoicePage, InvoiceSummary } from '../../../shared/index.ts';
import { standingOf } from '../domain/invoice.ts';
import type { Language } from '../domain/procedures.ts';
import { words } from '../domain/words.ts';
import {
  type InvoiceFilter,
  type InvoiceRow,
  listInvoices,
  sumInvoices,
} from '../store/invoice-list.ts';

const most = 20_000;

type Asked = Omit<InvoiceFilter, 'scope'>;

const summaryOf = (row: InvoiceRow): InvoiceSummary => ({
  documentId: row.documentId,
  number: row.number,
  ...standingOf(row, row.paid),
  issuedOn: row.issuedOn,
  dueOn: row.dueOn,
  currency: row.currency,
  total: row.total,
  patient: { documentId: row.patient, firstName: row.firstName, lastName: row.lastName },
});

const recordList = (strapi: Core.Strapi, action: string, found: readonly InvoiceRow[]) =>
  record(strapi, undefined, {
    action,
    subject: 'invoice',
    patients: [...new Set(found.map(({ patient }) => patient))],
  });

/** A page of the clinic's invoices, with what all of them come to. */
export const pageOf = async (
  strapi: Core.Strapi,
  asked: Asked,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): Promise<InvoicePage> => {
  const filter = { ...asked, scope: await scopeOf(strapi) };
  const [found, sums] = await Promise.all([
    listInvoices(strapi, filter, { limit: pageSize, offset: (page - 1) * pageSize }),
    sumInvoices(strapi, filter),
  ]);
  await recordList(strapi, 'billing.invoices.listed', found);
  return {
    data: found.map(summaryOf),
    meta: {
      page,
      pageSize,
      total: sums.reduce((total, { count }) => total + count, 0),
      sums: sums.map(({ currency, invoiced, outstanding }) => ({
        currency,
        invoiced,
        outstanding,
      })),
    },
  };
};

const headings: Record<Language, readonly string[]> = {
  en: ['Number', 'Issued on', 'Due on', 'Patient', 'State', 'Currency', 'Total', 'Paid', 'Balance'],
  ro: ['Număr', 'Emisă', 'Scadentă', 'Pacient', 'Stare', 'Monedă', 'Total', 'Achitat', 'Rest'],
};

const decimal = (minor: number) => (minor / 100).toFixed(2);

/** The same invoices, all of them, as a table for a spreadsheet; amounts with a decimal point. */
export const csvOf = async (
  strapi: Core.Strapi,
  asked: Asked,
  language: Language,
): Promise<string> => {
  const filter = { ...asked, scope: await scopeOf(strapi) };
  const found = await listInvoices(strapi, filter, { limit: most, offset: 0 });
  await recordList(strapi, 'billing.invoices.exported', found);
  return csv([
    headings[language],
    ...found.map((row) => {
      const { state, paid, balance } = standingOf(row, row.paid);
      return [
        row.number,
        row.issuedOn ?? '',
        row.dueOn ?? '',
        `${row.lastName} ${row.firstName}`,
        words[language].states[state],
        row.currency,
        decimal(row.total),
        decimal(paid),
        decimal(balance),
      ];
    }),
  ]);
};
