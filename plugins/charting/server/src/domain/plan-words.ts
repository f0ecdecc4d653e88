/** What is planned, in the panel's languages. */
const names: Record<string, { readonly en: string; readonly ro: string }> = {
  filling: { en: 'filling', ro: 'plombă' },
  crown: { en: 'crown', ro: 'coroană' },
  veneer: { en: 'veneer', ro: 'fațetă' },
  'root-canal': { en: 'root canal', ro: 'tratament de canal' },
  extraction: { en: 'extraction', ro: 'extracție' },
  implant: { en: 'implant', ro: 'implant' },
  bridge: { en: 'bridge', ro: 'punte' },
  sealant: { en: 'sealant', ro: 'sigilare' },
  cleaning: { en: 'cleaning', ro: 'igienizare' },
  whitening: { en: 'whitening', ro: 'albire' },
  examination: { en: 'examination', ro: 'consultație' },
  radiograph: { en: 'radiograph', ro: 'radiografie' },
  denture: { en: 'denture', ro: 'proteză' },
  orthodontics: { en: 'orthodontics', ro: 'ortodonție' },
};
const other = { en: 'treatment', ro: 'tratament' };

/** `Planned: filling, tooth 16, and 2 more`. */
export const sayPlan = (plan: {
  readonly procedure: string;
  readonly toothNumber: string | null;
  /** How many other treatments are planned. */
  readonly others: number;
}): { en: string; ro: string } => {
  const { toothNumber: tooth, others } = plan;
  const name = names[plan.procedure] ?? other;
  return {
    en: `Planned: ${name.en}${tooth ? `, tooth ${tooth}` : ''}${others ? `, and ${others} more` : ''}`,
    ro: `Planificat: ${name.ro}${tooth ? `, dintele ${tooth}` : ''}${others ? ` și încă ${others}` : ''}`,
  };
};
