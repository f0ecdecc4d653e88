/** Invoices for what was completed, numbered without gaps, and the money that came in. Bani. */
import type { Visit } from './appointments.ts';
import { dateOf, isoInstant, minutes } from './calendar.ts';
import { clinic, type LocationKey } from './catalogue/places.ts';
import type { Treatment } from './chart.ts';
import { portalPatient } from './patients.ts';
import { createRandom } from './random.ts';

export interface Invoice {
  readonly documentId: string;
  readonly number: string;
  readonly patient: string;
  readonly location: LocationKey;
  readonly status: 'issued' | 'paid' | 'void';
  /** ISO dates. */
  readonly issuedOn: string;
  readonly dueOn: string;
  /** ISO instants. */
  readonly createdAt: string;
  readonly paidAt: string | null;
  readonly total: number;
  readonly lines: readonly {
    readonly description: string;
    readonly toothNumber: string | null;
    readonly quantity: number;
    readonly unitPrice: number;
    readonly discount: number;
    readonly amount: number;
  }[];
  /** Document ids; none for a void invoice, whose treatments are billed again. */
  readonly treatments: readonly string[];
  readonly method: 'card' | 'cash' | 'transfer';
  /** Document id of its payment. */
  readonly payment: string;
}

/** Numbers invoices as billing does: one series a year, in order of issue. */
const numbered = (invoices: readonly Omit<Invoice, 'number'>[]): Invoice[] => {
  const given = new Map<string, number>();
  return invoices
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
    .map((invoice) => {
      const year = invoice.issuedOn.slice(0, 4);
      const position = (given.get(year) ?? 0) + 1;
      given.set(year, position);
      const number = `${clinic.invoicePrefix}-${year}-${String(position).padStart(6, '0')}`;
      return { ...invoice, number };
    });
};

const day = minutes(24 * 60);

export const buildInvoices = (input: {
  readonly seed: number;
  readonly now: number;
  readonly zone: string;
  readonly visits: readonly Visit[];
  readonly treatments: readonly Treatment[];
}): Invoice[] => {
  const { seed, now, zone, visits, treatments } = input;
  const billable = new Map<string, Treatment[]>();
  for (const treatment of treatments)
    if (treatment.appointment && treatment.status === 'completed' && treatment.totalPrice > 0)
      billable.set(treatment.appointment, [
        ...(billable.get(treatment.appointment) ?? []),
        treatment,
      ]);
  const invoices: Omit<Invoice, 'number'>[] = [];
  const lastOfHero = visits.findLast(
    ({ patient, status }) => patient.email === portalPatient.email && status === 'completed',
  );
  const finished = visits
    .filter(({ documentId, completedAt }) => completedAt && billable.has(documentId))
    .sort((a, b) => String(a.completedAt).localeCompare(String(b.completedAt)));
  for (const visit of finished) {
    const random = createRandom(seed, `invoice ${visit.documentId}`);
    const issued = Date.parse(visit.completedAt ?? '') + minutes(random.whole(2, 9));
    const isHero = visit.patient.email === portalPatient.email;
    // The desk still has today's last visits to bill.
    if (issued > now - minutes(45) || (!isHero && now - issued < 2 * day && random.chance(0.25)))
      continue;
    const items = billable.get(visit.documentId) ?? [];
    const lines = items.map(({ description, toothNumber, totalPrice, discount }) => ({
      description,
      toothNumber,
      quantity: 1,
      unitPrice: totalPrice,
      discount,
      amount: totalPrice - discount,
    }));
    const settled = issued + (random.chance(0.8) ? minutes(3) : day * random.whole(1, 12));
    const add = (status: Invoice['status']) =>
      invoices.push({
        documentId: random.documentId(),
        patient: visit.patient.documentId,
        location: visit.location,
        status,
        issuedOn: dateOf(issued, zone).toString(),
        dueOn: dateOf(issued, zone).add({ days: 14 }).toString(),
        createdAt: isoInstant(issued),
        paidAt: status === 'paid' ? isoInstant(settled) : null,
        total: lines.reduce((sum, { amount }) => sum + amount, 0),
        lines,
        treatments: status === 'void' ? [] : items.map(({ documentId }) => documentId),
        method: random.weighted([
          ['card', 6],
          ['cash', 3],
          ['transfer', 1],
        ]),
        payment: random.documentId(),
      });
    if (!isHero && random.chance(0.012)) add('void');
    const open = isHero ? visit === lastOfHero : settled > now || random.chance(0.03);
    add(open ? 'issued' : 'paid');
  }
  return numbered(invoices);
};
