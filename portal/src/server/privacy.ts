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
