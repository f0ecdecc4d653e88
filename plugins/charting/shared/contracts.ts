/** What the routes of the chart take and answer. */
import { z } from '@enamel/kernel';
import type { ToothState } from './chart.ts';
import type { Notation } from './notation.ts';
import type { Finding, Treatment } from './records.ts';
import { findingKinds, type Procedure, procedures, treatmentStatuses } from './vocabulary.ts';

const documentId = z.string().min(1).max(40);

export const chartParams = z.object({ patient: documentId });
export const entryParams = z.object({ patient: documentId, entry: documentId });

export const chartQuery = z.object({ at: z.iso.date().optional() });

export const findingBody = z.object({
  tooth: z.string(),
  surfaces: z.string().max(10).default(''),
  kind: z.enum(findingKinds),
  notes: z.string().max(2000).nullish(),
  /** Document id of the finding that this one corrects. */
  supersedes: documentId.nullish(),
});
export type FindingBody = z.infer<typeof findingBody>;

export const treatmentBody = z.object({
  procedure: z.enum(procedures),
  tooth: z.string().nullish(),
  surfaces: z.string().max(10).default(''),
  status: z.enum(treatmentStatuses).default('planned'),
  /** Minor units; the price of the appointment type when not given, else zero. */
  totalPrice: z.number().int().min(0).nullish(),
  discount: z.number().int().min(0).nullish(),
  appointmentType: documentId.nullish(),
  appointment: documentId.nullish(),
  date: z.iso.date().nullish(),
  description: z.string().max(200).nullish(),
  notes: z.string().max(2000).nullish(),
});
export type TreatmentBody = z.infer<typeof treatmentBody>;

export const statusBody = z.object({ to: z.enum(treatmentStatuses) });

/** Money is null for those who may not see it. */
export type PricedTreatment = Omit<Treatment, 'totalPrice' | 'discount'> & {
  readonly totalPrice: number | null;
  readonly discount: number | null;
};

export interface ChartService {
  readonly documentId: string;
  readonly name: string;
  readonly price: number | null;
  readonly procedure: Procedure | null;
}

export interface Chart {
  readonly patient: string;
  /** The clinic's local date. */
  readonly today: string;
  /** The instant drawn; null for now. */
  readonly at: string | null;
  readonly zone: string;
  readonly notation: Notation;
  readonly currency: string | null;
  readonly age: number | null;
  readonly teeth: readonly ToothState[];
  /** The whole history, whatever instant is drawn. */
  readonly findings: readonly Finding[];
  readonly treatments: readonly PricedTreatment[];
  readonly services: readonly ChartService[];
}

/** The answer to every change: what was written and the chart as it is now. */
export interface ChartChange {
  readonly documentId: string;
  readonly chart: Chart;
}

export interface OwnRecord {
  readonly notation: Notation;
  readonly currency: string;
  readonly teeth: readonly ToothState[];
  readonly treatments: readonly Pick<
    Treatment,
    | 'documentId'
    | 'procedure'
    | 'description'
    | 'tooth'
    | 'surfaces'
    | 'status'
    | 'totalPrice'
    | 'discount'
    | 'date'
    | 'completedAt'
    | 'practitioner'
  >[];
}
