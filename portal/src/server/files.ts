import { z } from 'zod';
import { type Api, dataOf } from './api.ts';

const patientFile = z.object({
  documentId: z.string(),
  name: z.string(),
  category: z.enum(['x-ray', 'photo', 'letter', 'other']),
  kind: z.enum(['png', 'jpeg', 'pdf', 'dicom']),
  bytes: z.number(),
  addedAt: z.string(),
});

export type PatientFile = z.infer<typeof patientFile>;

/** The patient's pictures and papers, the latest first. */
export const ownFiles = async (api: Api): Promise<PatientFile[]> =>
  (await api.get('/charting/files', dataOf(z.array(patientFile)))).data;

const fileLink = z.object({ address: z.string().startsWith('/api/') });

/** One of them, by an address that is used at once. */
export const openFile = async (api: Api, documentId: string): Promise<Response> => {
  const { data } = await api.post(
    `/charting/files/${encodeURIComponent(documentId)}/link`,
    dataOf(fileLink),
  );
  return api.raw('GET', data.address.slice('/api'.length), {
    headers: { Accept: '*/*' },
    patience: 60_000,
  });
};
