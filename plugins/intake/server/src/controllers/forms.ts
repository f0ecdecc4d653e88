import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { readForm, submitForm } from '../services/forms.ts';

const params = z.object({ token: z.string().min(16).max(256) });

/** What a patient sends with a link. Their words are judged question by question, in the form's language. */
const body = z.object({
  answers: z.record(z.string(), z.unknown()).default({}),
  dateOfBirth: z.string().max(40).default(''),
  signature: z.string().default(''),
});

export const forms = ({ strapi }: { strapi: Core.Strapi }) => ({
  read: guarded({ params }, async ({ params: { token } }) => ({
    data: await readForm(strapi, token),
  })),
  submit: guarded({ params, body }, async ({ params: { token }, body: sent, context }) => {
    const data = await submitForm(strapi, token, sent);
    context.status = 201;
    return { data };
  }),
});
