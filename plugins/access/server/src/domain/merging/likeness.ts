/** What two records share. `name` and `firstName` are likenesses from 0 to 1. */
export interface Facts {
  readonly name: number;
  readonly firstName: number;
  readonly birth: 'same' | 'other' | 'unknown';
  readonly phone: boolean;
  readonly mail: boolean;
}

export const reasons = ['name', 'similar-name', 'birth', 'phone', 'mail'] as const;
export type Reason = (typeof reasons)[number];

export interface Verdict {
  /** From 0 to 100. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

const sameName = 0.95;

/**
 * Whether two records may be one person. Families share phones, addresses and a last name, twins a birth date besides: so
 * much is never enough without a first name that is alike.
 */
export const verdictOn = (facts: Facts): Verdict | undefined => {
  const { name, firstName, birth, phone, mail } = facts;
  if (firstName < 0.4 || name < 0.45) return undefined;
  if (birth === 'other' && !(name >= sameName && (phone || mail))) return undefined;
  if (birth !== 'same' && !phone && !mail) return undefined;
  const found: Reason[] = [
    name >= sameName ? 'name' : 'similar-name',
    ...(birth === 'same' ? (['birth'] as const) : []),
    ...(phone ? (['phone'] as const) : []),
    ...(mail ? (['mail'] as const) : []),
  ];
  const score =
    Math.round(40 * name) + (birth === 'same' ? 35 : 0) + (phone ? 15 : 0) + (mail ? 10 : 0);
  return { score: birth === 'other' ? Math.round(score / 2) : score, reasons: found };
};
