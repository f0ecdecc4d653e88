import { z } from 'zod';
import { type Api, dataOf } from './api.ts';

const dataExport = z.object({
  id: z.string(),
  state: z.enum(['asked', 'ready', 'expired']),
  way: z.enum(['portal', 'desk']),
  askedAt: z.string(),
  until: z.string().nullable(),
  bytes: z.number().nullable(),
});

export type DataExport = z.infer<typeof dataExport>;

/** Copies of the patient's data that were asked for, the newest first. */
export const ownExports = async (api: Api): Promise<DataExport[]> =>
  (await api.get('/access/privacy/exports', dataOf(z.array(dataExport)))).data;

export const askExport = async (api: Api, language: string): Promise<void> => {
  await api.raw('POST', '/access/privacy/exports', { body: { language } });
};

const erasure = z.object({
  id: z.string(),
  state: z.enum(['asked', 'done', 'refused', 'withdrawn']),
  askedAt: z.string(),
  dueOn: z.string(),
  putOff: z.string().nullable(),
  reason: z.string().nullable(),
});

export type Erasure = z.infer<typeof erasure>;

/** The patient's wishes to be erased, the newest first. */
export const ownErasures = async (api: Api): Promise<Erasure[]> =>
  (await api.get('/access/privacy/erasures', dataOf(z.array(erasure)))).data;

export const askErasure = async (api: Api): Promise<void> => {
  await api.raw('POST', '/access/privacy/erasures', { body: {} });
};

export const withdrawErasure = async (api: Api, id: string): Promise<void> => {
  await api.raw('POST', `/access/privacy/erasures/${encodeURIComponent(id)}/withdraw`, {
    body: {},
  });
};

const consent = z.object({
  key: z.string(),
  version: z.number().nullable(),
  title: z.string(),
  text: z.string(),
  state: z.enum(['given', 'withdrawn']).nullable(),
  at: z.string().nullable(),
  saidTo: z.number().nullable(),
});

export type Consent = z.infer<typeof consent>;

/** What the patient may agree to, and where they stand. */
export const ownConsents = async (api: Api, language: string): Promise<Consent[]> =>
  (await api.get('/access/privacy/consents', dataOf(z.array(consent)), { query: { language } }))
    .data;

export const sayConsent = async (
  api: Api,
  said: { key: string; act: string; version?: number; language: string },
): Promise<void> => {
  await api.raw('POST', '/access/privacy/consents', { body: said });
};

const correction = z.object({
  id: z.string(),
  state: z.enum(['asked', 'accepted', 'refused']),
  fields: z.array(z.string()),
  askedAt: z.string(),
  dueOn: z.string(),
  reason: z.string().nullable(),
});

export type Correction = z.infer<typeof correction>;

/** What the patient asked to have corrected, the newest first. */
export const ownCorrections = async (api: Api): Promise<Correction[]> =>
  (await api.get('/access/privacy/corrections', dataOf(z.array(correction)))).data;

export const askCorrection = async (api: Api, wanted: Record<string, string>): Promise<void> => {
  await api.raw('POST', '/access/privacy/corrections', { body: wanted });
};
