export type Language = 'en' | 'ro';

const names: Readonly<Record<string, Record<Language, string>>> = {
  filling: { en: 'Filling', ro: 'Obturație' },
  crown: { en: 'Crown', ro: 'Coroană' },
  veneer: { en: 'Veneer', ro: 'Fațetă' },
  'root-canal': { en: 'Root canal treatment', ro: 'Tratament endodontic' },
  extraction: { en: 'Extraction', ro: 'Extracție' },
  implant: { en: 'Implant', ro: 'Implant' },
  bridge: { en: 'Bridge', ro: 'Punte' },
  sealant: { en: 'Sealant', ro: 'Sigilare' },
  cleaning: { en: 'Professional cleaning', ro: 'Igienizare profesională' },
  whitening: { en: 'Whitening', ro: 'Albire' },
  examination: { en: 'Examination', ro: 'Consultație' },
  radiograph: { en: 'Radiograph', ro: 'Radiografie' },
  denture: { en: 'Denture', ro: 'Proteză' },
  orthodontics: { en: 'Orthodontic treatment', ro: 'Tratament ortodontic' },
  other: { en: 'Treatment', ro: 'Tratament' },
};

/** A procedure's name on an invoice. */
export const procedureName = (procedure: string, language: Language): string =>
  (names[procedure] ?? names.other)?.[language] ?? procedure;
