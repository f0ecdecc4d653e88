import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { deskMethods, invoiceStates } from '../../../shared/index.ts';
import { csvOf, pageOf } from '../services/invoice-list.ts';
import {
  issueInvoice,
  keptInvoice,
  patientAccount,
  shownInvoice,
  toBill,
  voidInvoice,
} from '../services/invoices.ts';
import { takePayment } from '../services/payments.ts';
import { printed } from '../services/printed.ts';

export const documentId = z.string().min(1).max(64);
const params = z.object({ documentId });
const language = z.enum(['en', 'ro']).default('en');
const day = z.iso.date();

const filter = z.object({
  state: z.enum([...invoiceStates, 'outstanding']).optional(),
  from: day.optional(),
  to: day.optional(),
  search: z.string().max(100).optional(),
});

const payment = z.object({
  amount: z.int().positive(),
  method: z.enum(deskMethods),
  // Stripe's references are Stripe's: the desk's must not pass for one.
  reference: z
    .string()
    .trim()
    .max(100)
    .refine((text) => !/^(pi|cs)_/.test(text), 'must not look like one of Stripe')
    .optional(),
});

const keyOf = (context: Context) => context.get('Idempotency-Key').slice(0, 200) || undefined;

/** Billing as staff do it, in the panel. */
export const staff = ({ strapi }: { strapi: Core.Strapi }) => ({
  account: guarded({ params, query: z.object({ language }) }, async ({ params, query }) => ({
    data: await patientAccount(strapi, params.documentId, query.language),
  })),
  unbilled: guarded({}, async () => ({ data: await toBill(strapi) })),
  list: guarded(
    {
      query: filter.extend({
        page: z.coerce.number().int().min(1).default(1),
        pageSize: z.coerce.number().int().min(1).max(100).default(25),
      }),
    },
    async ({ query: { page, pageSize, ...rest } }) => pageOf(strapi, rest, { page, pageSize }),
  ),
  csv: guarded({ query: filter.extend({ language }) }, async ({ query, context }) => {
    const { language: inLanguage, ...rest } = query;
    context.set('Content-Type', 'text/csv; charset=utf-8');
    context.set('Content-Disposition', 'attachment; filename="invoices.csv"');
    return csvOf(strapi, rest, inLanguage);
  }),
  issue: guarded(
    {
      body: z.object({ patient: documentId, treatments: z.array(documentId).min(1).max(200) }),
    },
    async ({ body, context }) => {
      const data = await issueInvoice(strapi, body);
      context.status = 201;
      return { data };
    },
  ),
  one: guarded({ params }, async ({ params }) => ({
    data: shownInvoice(await keptInvoice(strapi, params.documentId)),
  })),
  pdf: guarded({ params }, async ({ params, context }) =>
    printed(strapi, context, await keptInvoice(strapi, params.documentId)),
  ),
  pay: guarded({ params, body: payment }, async ({ params, body, context }) => {
    const data = await takePayment(strapi, params.documentId, {
      amount: body.amount,
      method: body.method,
      reference: body.reference || null,
      key: keyOf(context),
    });
    context.status = 201;
    return { data };
  }),
  void: guarded(
    { params, body: z.object({ reason: z.string().trim().min(3).max(250) }) },
    async ({ params, body }) => ({
      data: await voidInvoice(strapi, params.documentId, body.reason),
    }),
  ),
});
