import type { InvoiceLine, InvoiceState } from '../../../shared/index.ts';
import { type Language, procedureName } from './procedures.ts';

/** A completed treatment as it comes to be billed; amounts in minor units. */
export interface BillableTreatment {
  readonly procedure: string;
  readonly description: string | null;
  readonly toothNumber: string | null;
  readonly surfaces: string | null;
  readonly totalPrice: number;
  readonly discount: number | null;
}

/** What a treatment costs: its price less the discount, never below nothing. */
export const amountOf = ({ totalPrice, discount }: BillableTreatment): number =>
  Math.max(0, totalPrice - Math.max(0, discount ?? 0));

export const lineOf = (treatment: BillableTreatment, language: Language): InvoiceLine => {
  const surfaces = treatment.surfaces ? ` (${treatment.surfaces})` : '';
  const amount = amountOf(treatment);
  return {
    description: treatment.description || procedureName(treatment.procedure, language) + surfaces,
    toothNumber: treatment.toothNumber,
    quantity: 1,
    unitPrice: treatment.totalPrice,
    discount: treatment.totalPrice - amount,
    amount,
  };
};

export const totalOf = (lines: readonly { readonly amount: number }[]): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0);

export interface Standing {
  readonly state: InvoiceState;
  readonly paid: number;
  /** Left to pay, never below 0. */
  readonly balance: number;
}

/** Where an invoice stands, from its total and what was received for it. A void one owes nothing. */
export const standingOf = (
  invoice: { readonly status: 'issued' | 'paid' | 'void'; readonly total: number },
  paid: number,
): Standing => {
  if (invoice.status === 'void') return { state: 'void', paid, balance: 0 };
  const balance = Math.max(0, invoice.total - paid);
  if (balance === 0) return { state: 'paid', paid, balance };
  return { state: paid > 0 ? 'part-paid' : 'unpaid', paid, balance };
};

/** `ENM-2026-000123`. */
export const invoiceNumber = (prefix: string, year: number, sequence: number): string =>
  `${prefix}-${year}-${String(sequence).padStart(6, '0')}`;
