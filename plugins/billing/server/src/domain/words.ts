import type { InvoiceState, PaymentMethod } from '../../../shared/index.ts';
import type { Language } from './procedures.ts';

export interface Words {
  readonly invoice: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly billedTo: string;
  readonly treatedAt: string;
  readonly description: string;
  readonly tooth: string;
  readonly price: string;
  readonly discount: string;
  readonly amount: string;
  readonly subtotal: string;
  readonly discounts: string;
  readonly total: string;
  readonly paid: string;
  readonly leftToPay: string;
  readonly payments: string;
  readonly howToPay: string;
  readonly voidReason: string;
  readonly taxNumber: string;
  readonly registrationNumber: string;
  readonly page: (page: number, pages: number) => string;
  readonly states: Record<InvoiceState, string>;
  readonly methods: Record<PaymentMethod, string>;
}

/** The words of an invoice on paper. */
export const words: Record<Language, Words> = {
  en: {
    invoice: 'Invoice',
    number: 'Number',
    issuedOn: 'Issued on',
    dueOn: 'Due on',
    billedTo: 'Billed to',
    treatedAt: 'Treated at',
    description: 'Description',
    tooth: 'Tooth',
    price: 'Price',
    discount: 'Discount',
    amount: 'Amount',
    subtotal: 'Subtotal',
    discounts: 'Discounts',
    total: 'Total',
    paid: 'Paid',
    leftToPay: 'Left to pay',
    payments: 'Payments received',
    howToPay: 'How to pay',
    voidReason: 'Reason',
    taxNumber: 'Tax number',
    registrationNumber: 'Reg. number',
    page: (page, pages) => `Page ${page} of ${pages}`,
    states: { unpaid: 'To be paid', 'part-paid': 'Partly paid', paid: 'Paid', void: 'Void' },
    methods: { cash: 'Cash', card: 'Card', transfer: 'Bank transfer' },
  },
  ro: {
    invoice: 'Factură',
    number: 'Număr',
    issuedOn: 'Data emiterii',
    dueOn: 'Scadență',
    billedTo: 'Client',
    treatedAt: 'Punct de lucru',
    description: 'Descriere',
    tooth: 'Dinte',
    price: 'Preț',
    discount: 'Reducere',
    amount: 'Valoare',
    subtotal: 'Subtotal',
    discounts: 'Reduceri',
    total: 'Total',
    paid: 'Achitat',
    leftToPay: 'Rest de plată',
    payments: 'Plăți încasate',
    howToPay: 'Cum plătiți',
    voidReason: 'Motiv',
    taxNumber: 'CUI',
    registrationNumber: 'Nr. reg. com.',
    page: (page, pages) => `Pagina ${page} din ${pages}`,
    states: {
      unpaid: 'De plată',
      'part-paid': 'Achitată parțial',
      paid: 'Achitată',
      void: 'Anulată',
    },
    methods: { cash: 'Numerar', card: 'Card', transfer: 'Transfer bancar' },
  },
};

/** A date for people: `20 November 2026`, `20 noiembrie 2026`. */
export const longDate = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'ro' ? 'ro-RO' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
