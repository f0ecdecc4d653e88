/**
 * What the server of billing and those who call it agree on. Amounts are integer minor units of the invoice's currency,
 * instants ISO 8601 in UTC, dates `YYYY-MM-DD` in the clinic's zone.
 */
export const invoiceStates = ['unpaid', 'part-paid', 'paid', 'void'] as const;
export type InvoiceState = (typeof invoiceStates)[number];

export const deskMethods = ['cash', 'card', 'transfer'] as const;
export type PaymentMethod = (typeof deskMethods)[number];

export interface InvoiceLine {
  readonly description: string;
  readonly toothNumber: string | null;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly discount: number;
  readonly amount: number;
}

export interface Payment {
  readonly documentId: string;
  readonly amount: number;
  readonly currency: string;
  readonly method: PaymentMethod;
  readonly receivedAt: string;
  readonly reference: string | null;
  readonly takenBy: string | null;
}

export interface InvoiceSummary {
  readonly documentId: string;
  readonly number: string | null;
  readonly state: InvoiceState;
  readonly issuedOn: string | null;
  readonly dueOn: string | null;
  readonly currency: string;
  readonly total: number;
  readonly paid: number;
  /** What is left to pay; never below 0, 0 when void. */
  readonly balance: number;
  readonly patient: {
    readonly documentId: string;
    readonly firstName: string;
    readonly lastName: string;
  };
}

export interface Invoice extends InvoiceSummary {
  readonly paidAt: string | null;
  readonly notes: string | null;
  readonly voidReason: string | null;
  readonly location: { readonly name: string; readonly address: string | null } | null;
  readonly lines: readonly InvoiceLine[];
  readonly payments: readonly Payment[];
}

/** A completed treatment that no invoice has yet. */
export interface UnbilledTreatment {
  readonly documentId: string;
  readonly description: string;
  readonly toothNumber: string | null;
  /** When it was completed or, failing that, its date. */
  readonly date: string | null;
  readonly practitioner: string | null;
  readonly totalPrice: number;
  readonly discount: number;
  readonly amount: number;
}

/** A patient with completed treatments to bill: a row of `GET /billing/unbilled`. */
export interface UnbilledPatient {
  readonly documentId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly treatments: number;
  readonly amount: number;
  /** Day of the latest of them. */
  readonly date: string | null;
}

/** `GET /billing/patients/:documentId`. */
export interface PatientAccount {
  readonly currency: string;
  readonly unbilled: readonly UnbilledTreatment[];
  readonly invoices: readonly Invoice[];
  /** What the patient has to pay over all invoices. */
  readonly balance: number;
}

/** `GET /billing/invoices`. */
export interface InvoicePage {
  readonly data: readonly InvoiceSummary[];
  readonly meta: {
    readonly page: number;
    readonly pageSize: number;
    readonly total: number;
    /** Over all pages, by currency. */
    readonly sums: readonly {
      readonly currency: string;
      readonly invoiced: number;
      readonly outstanding: number;
    }[];
  };
}
