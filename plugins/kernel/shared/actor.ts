/** Who acts. Every read and write of patient data names one. */
export type Actor =
  | {
      readonly kind: 'staff';
      readonly id: string;
      readonly name: string;
      readonly roles: readonly string[];
    }
  | { readonly kind: 'patient'; readonly id: string; readonly patient: string | null }
  | { readonly kind: 'link'; readonly id: string; readonly patient: string }
  | { readonly kind: 'system'; readonly id: string }
  | { readonly kind: 'visitor'; readonly id: 'visitor' };

export const visitor: Actor = { kind: 'visitor', id: 'visitor' };

/** A process of our own, named for the audit trail: `system('reminders')`. */
export const system = (id: string): Actor => ({ kind: 'system', id });
