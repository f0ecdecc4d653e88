import type { HeldPatient, Holding } from '@enamel/audit';
import type { Core } from '@strapi/strapi';
import { deleteFiles, extentOfFiles, filesOf } from '../store/files.ts';
import { bytesOf } from './files.ts';

/** A copy of one's data holds files up to this size together; those beyond are named, and can be opened in the portal. */
const mostBytes = 100 * 1024 * 1024;

const pictures = (strapi: Core.Strapi) => {
  /** The oldest first, each told whether there is room for it. */
  const kept = async ({ documentId }: HeldPatient) => {
    let together = 0;
    return (await filesOf(strapi.db.connection, documentId)).toReversed().map((file, index) => {
      together += file.bytes;
      const name = `${String(index + 1).padStart(3, '0')}-${file.name}`;
      return { ...file, name, inArchive: together <= mostBytes };
    });
  };
  return {
    more: async (patient: HeldPatient) =>
      (await kept(patient)).map(
        ({ documentId, name, category, kind, bytes, addedAt, ...rest }) => ({
          documentId,
          name,
          category,
          kind,
          bytes,
          addedAt,
          inArchive: rest.inArchive,
        }),
      ),
    files: async (patient: HeldPatient) => {
      const files: { name: string; bytes: Buffer }[] = [];
      for (const { documentId, name, inArchive } of await kept(patient))
        if (inArchive) files.push({ name, bytes: await bytesOf(strapi, documentId) });
      return files;
    },
  };
};

/** What charting holds of a patient. */
export const holdings = (strapi: Core.Strapi): readonly Holding[] => [
  {
    name: 'treatments',
    title: { en: 'Treatments', ro: 'Tratamente' },
    nouns: ['api::treatment.treatment'],
    kind: 'clinical',
    dated: 'date',
  },
  {
    name: 'findings',
    title: { en: 'Findings', ro: 'Constatări' },
    nouns: ['api::tooth-finding.tooth-finding'],
    kind: 'clinical',
    dated: 'foundAt',
  },
  {
    name: 'files',
    title: { en: 'Pictures and papers', ro: 'Imagini și documente' },
    nouns: [],
    tables: ['patient_files'],
    kind: 'clinical',
    count: async (on, { id }) => (await extentOfFiles(on, id)).count,
    last: async (on, { id }) => (await extentOfFiles(on, id)).last,
    erase: (trx, { documentId }) => deleteFiles(trx, documentId),
    ...pictures(strapi),
  },
];
