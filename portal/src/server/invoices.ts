import { z } from 'zod';
import { type Api, dataOf } from './api.ts';
import { type Invoice, invoice } from './contracts.ts';

/** The patient's own invoices, newest first as the API gives them. */
export const ownInvoices = async (api: Api): Promise<Invoice[]> =>
  (await api.get('/billing/invoices', dataOf(z.array(invoice)))).data;
