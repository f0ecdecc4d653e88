import type { Core } from '@strapi/strapi';
import { strToU8, zipSync } from 'fflate';
import type { Language } from '../../domain/privacy/words.ts';
import { type Addressee, clinicWords } from '../../store/privacy/exports.ts';
import { gather } from './holdings.ts';
import { printSummary } from './summary.ts';

/** What holds compressed pictures or fonts gets no smaller. */
const asItIs = { level: 0 } as const;

/** All that the clinic holds of a patient, in one archive: `data.json`, `summary.pdf` and the folder `files`. */
export const buildArchive = async (
  strapi: Core.Strapi,
  patient: Addressee,
  language: Language,
  now: Temporal.Instant,
): Promise<Uint8Array> => {
  const clinic = await clinicWords(strapi.db.connection);
  const sections = await gather(strapi, patient);
  const madeAt = now.toString({ fractionalSecondDigits: 0 });
  const name = `${patient.firstName} ${patient.lastName}`;
  const data = {
    clinic: clinic.name,
    madeAt,
    about: {
      amounts: `in hundredths of the currency, ${clinic.currency} where none is named`,
      instants: 'ISO 8601 in UTC',
    },
    nouns: Object.fromEntries(sections.map(({ holding }) => [holding.name, holding.nouns])),
    data: Object.fromEntries(sections.map(({ holding, records }) => [holding.name, records])),
  };
  const summary = await printSummary({
    clinic: clinic.name,
    name,
    madeAt,
    sections,
    language,
    zone: clinic.zone,
    currency: clinic.currency,
  });
  const files = sections.flatMap((section) => section.files);
  return zipSync(
    {
      'data.json': strToU8(JSON.stringify(data, null, 2)),
      'summary.pdf': [summary, asItIs],
      ...Object.fromEntries(
        files.map(({ name: file, bytes }) => [`files/${file}`, [bytes, asItIs]]),
      ),
    },
    { mtime: new Date(Math.max(now.epochMilliseconds, Date.UTC(1980, 0, 2))) },
  );
};
