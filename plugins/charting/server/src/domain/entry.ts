/** What may be written into the chart, and in words why not. */
import { conflict, type FieldProblem, invalid } from '@enamel/kernel';
import {
  type FindingKind,
  findingKinds,
  firstStatuses,
  isTooth,
  mayMove,
  needsTooth,
  type Procedure,
  procedures,
  readSurfaces,
  type Surface,
  type TreatmentStatus,
  toothOf,
  treatmentStatuses,
  writeSurfaces,
} from '../../../shared/index.ts';
import { chartWords } from '../../../shared/odontogram/words.ts';

const words = chartWords('en');

const refuse = (code: string, field: string, message: string, details = {}) => {
  const fields: FieldProblem[] = [{ field, message }];
  return invalid(code, message, { fields, details });
};

const checkTooth = (tooth: unknown): string => {
  if (isTooth(tooth)) return tooth;
  throw refuse(
    'TOOTH_UNKNOWN',
    'tooth',
    'There is no such tooth. Write it by FDI, from 11 to 48 or from 51 to 85.',
  );
};

const nameOf = (surface: string) =>
  surface in words.surfaces ? `${words.surfaces[surface as Surface]} (${surface})` : `“${surface}”`;

/** In canonical order. */
const checkSurfaces = (tooth: string, written: string): string => {
  const read = readSurfaces(written, tooth);
  if (read.ok) return writeSurfaces(read.surfaces);
  throw refuse(
    'SURFACE_UNKNOWN',
    'surfaces',
    `Tooth ${tooth}, the ${words.tooth(toothOf(tooth))}, has no ${nameOf(read.wrong)} surface. It has ${read.allowed.join(', ')}.`,
    { tooth, surface: read.wrong, allowed: read.allowed },
  );
};

export interface FindingEntry {
  readonly toothNumber: string;
  readonly surfaces: string;
  readonly kind: FindingKind;
}

/** @throws 400 with a code and the field. */
export const checkFinding = (entry: Record<string, unknown>): FindingEntry => {
  const toothNumber = checkTooth(entry.toothNumber);
  const kind = findingKinds.find((known) => known === entry.kind);
  if (!kind) throw refuse('FINDING_UNKNOWN', 'kind', 'Choose what was found.');
  return { toothNumber, kind, surfaces: checkSurfaces(toothNumber, String(entry.surfaces ?? '')) };
};

export interface TreatmentEntry {
  readonly procedure: Procedure;
  readonly toothNumber: string | null;
  readonly surfaces: string;
  readonly status: TreatmentStatus;
  readonly totalPrice: number;
  readonly discount: number;
}

const checkPrice = (
  price: unknown,
  discount: unknown,
): { totalPrice: number; discount: number } => {
  const whole = (value: unknown): value is number =>
    Number.isSafeInteger(value) && Number(value) >= 0;
  const totalPrice = price ?? 0;
  const taken = discount ?? 0;
  if (!whole(totalPrice) || totalPrice > 100_000_000)
    throw refuse('PRICE_WRONG', 'totalPrice', 'The price must be an amount of zero or more.');
  if (!whole(taken) || taken > totalPrice)
    throw refuse('DISCOUNT_WRONG', 'discount', 'The discount cannot be more than the price.');
  return { totalPrice, discount: taken };
};

/** @throws 400 with a code and the field. */
export const checkTreatment = (entry: Record<string, unknown>): TreatmentEntry => {
  const procedure = procedures.find((known) => known === entry.procedure);
  if (!procedure) throw refuse('PROCEDURE_UNKNOWN', 'procedure', 'Choose what is to be done.');
  const status = treatmentStatuses.find((known) => known === (entry.status ?? 'planned'));
  if (!status) throw refuse('STATUS_UNKNOWN', 'status', 'There is no such state of a treatment.');
  const tooth = entry.toothNumber || null;
  const written = String(entry.surfaces ?? '');
  const named = words.procedures[procedure];
  if (tooth === null && needsTooth(procedure))
    throw refuse('TOOTH_NEEDED', 'tooth', `${named} is done to one tooth: choose it.`);
  if (tooth === null && written !== '')
    throw refuse('TOOTH_NEEDED', 'tooth', 'Surfaces belong to a tooth: choose it.');
  const toothNumber = tooth === null ? null : checkTooth(tooth);
  const surfaces = toothNumber === null ? '' : checkSurfaces(toothNumber, written);
  if (procedure === 'filling' && surfaces === '')
    throw refuse('SURFACES_NEEDED', 'surfaces', 'A filling needs at least one surface.');
  return {
    procedure,
    toothNumber,
    surfaces,
    status,
    ...checkPrice(entry.totalPrice, entry.discount),
  };
};

/** @throws 400 when a treatment cannot begin like that. */
export const checkFirst = (status: TreatmentStatus): void => {
  if (!firstStatuses.includes(status))
    throw refuse('STATUS_WRONG', 'status', 'A treatment cannot begin as inactive.');
};

/** @throws 409 when a treatment cannot go from one state to the other. */
export const checkMove = (from: TreatmentStatus, to: TreatmentStatus): void => {
  if (mayMove(from, to)) return;
  const state = words.statuses[from].toLowerCase();
  throw conflict(
    'MOVE_REFUSED',
    from === 'completed'
      ? 'A completed treatment is final. The one who completed it can take it back on the same day.'
      : `A treatment that is ${state} cannot become ${words.statuses[to].toLowerCase()}.`,
    { details: { from, to } },
  );
};

const frozen = ['procedure', 'toothNumber', 'surfaces', 'totalPrice', 'discount'] as const;

/** @throws 409 when a completed treatment would be told differently. */
export const checkFinal = (before: TreatmentEntry, after: TreatmentEntry): void => {
  if (before.status !== 'completed') return;
  const changed = frozen.filter((field) => before[field] !== after[field]);
  if (changed.length > 0)
    throw conflict('TREATMENT_FINAL', 'A completed treatment cannot be changed any more.', {
      details: { changed },
    });
};

export const historyStays = () =>
  conflict(
    'CHART_IS_A_HISTORY',
    'The chart is a history. Resolve the finding or set the treatment inactive, then record what is right.',
  );
