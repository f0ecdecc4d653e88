/** What two records share. `name` and `firstName` are likenesses from 0 to 1. */
export interface Facts {
  readonly name: number;
  readonly firstName: number;
  /** `near`: but for one part, or with day and month in each other's place. */
  readonly birth: 'same' | 'near' | 'other' | 'unknown';
  readonly phone: boolean;
  readonly mail: boolean;
}

export const reasons = ['name', 'similar-name', 'birth', 'near-birth', 'phone', 'mail'] as const;
export type Reason = (typeof reasons)[number];

export interface Verdict {
  /** From 0 to 100. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

const sameName = 0.95;

/**
 * Whether two records may be one person. Families share phones, addresses and a last name, twins a birth date besides,
 * a grandfather and a grandson the whole name: so a first name that is alike is always needed, and a birth date that is
 * not another one.
 */
export const verdictOn = (facts: Facts): Verdict | undefined => {
  const { name, firstName, birth, phone, mail } = facts;
  const reached = phone || mail;
  if (birth === 'other' || firstName < 0.4 || name < 0.45) return undefined;
  if (birth === 'unknown' && !reached) return undefined;
  if (birth === 'near' && !reached && name < sameName) return undefined;
  const found: Reason[] = [
    name >= sameName ? 'name' : 'similar-name',
    ...(birth === 'same' ? (['birth'] as const) : []),
    ...(birth === 'near' ? (['near-birth'] as const) : []),
    ...(phone ? (['phone'] as const) : []),
    ...(mail ? (['mail'] as const) : []),
  ];
  const born = { same: 35, near: 20, unknown: 0 }[birth];
  return {
    score: Math.round(40 * name) + born + (phone ? 15 : 0) + (mail ? 10 : 0),
    reasons: found,
  };
};
