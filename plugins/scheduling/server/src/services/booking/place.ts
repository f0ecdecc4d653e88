import { conflict, forbidden, invalid } from '@enamel/kernel';
import { type Transaction, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { refusal } from '../../domain/booking/refusals.ts';
import { claimsOf, type PlacedVisit } from '../../domain/slots/claims.ts';
import { slotsForAnyone } from '../../domain/slots/fair-choice.ts';
import { day, minute, stretchesOf } from '../../domain/slots/local-time.ts';
import { judge, type Refusal, type Terms, type Verdict } from '../../domain/slots/placement.ts';
import { claim, free } from '../../store/booking/claims.ts';
import type { Runner } from '../../store/runner.ts';
import { situationOf } from '../../store/slots/situation.ts';
import { found, rulesOf } from '../slots/rules.ts';

/** A visit that wants a place. Ids are document ids, times epoch milliseconds. */
export interface Wanted {
  readonly type: string;
  readonly location: string;
  /** Anyone who performs it when null. */
  readonly practitioner: string | null;
  /** Null for a hold that nobody has signed yet. */
  readonly patient: string | null;
  readonly start: number;
  /** Minutes; the type's own when not given. */
  readonly duration?: number | undefined;
  /** When the caller believes it to end; refused when it does not. */
  readonly expectedEnd?: number | undefined;
  /** This chair and no other. */
  readonly chair?: string | undefined;
  /** This chair if it is free. */
  readonly preferredChair?: string | null | undefined;
  /** The appointment that is being placed anew. */
  readonly except?: string | undefined;
  /** Minutes kept free towards its neighbours; the type's own when not given. */
  readonly buffers?:
    | { readonly before?: number | undefined; readonly after?: number | undefined }
    | undefined;
  /** A later visit of several back to back begins when the one before ends. */
  readonly offGrid?: boolean | undefined;
  /** Preferred where anyone will do; whom the patient has seen most when not given. */
  readonly usual?: string | null | undefined;
  /** Holds whose time it may take. */
  readonly holds?: readonly string[] | undefined;
}

/** Whose claims do not stand in the way of a visit. */
export const exceptionsOf = ({ except, holds = [] }: Wanted): string[] =>
  except ? [except, ...holds] : [...holds];

export const farthest = 10 * 366 * day;

/**
 * Nobody books further, and zones of far centuries would take long to read.
 * @throws ClinicError TOO_FAR_AHEAD, SLOT_IN_PAST
 */
export const checkNear = (start: number, now: number): void => {
  if (start > now + farthest) throw refusal('TOO_FAR_AHEAD');
  if (start < now - farthest) throw refusal('SLOT_IN_PAST');
};

const lostRace = new Set(['23P01', '40P01']);

/** One decision about time in one transaction. Whoever loses a race that only the database saw is told so. */
export const decide = async <T>(
  strapi: Core.Strapi,
  work: (trx: Transaction) => Promise<T>,
): Promise<T> => {
  try {
    return await transaction(strapi, work);
  } catch (error) {
    if (!lostRace.has((error as { code?: string }).code ?? '')) throw error;
    throw conflict('SLOT_TAKEN', refusal('SLOT_TAKEN').message, { cause: error });
  }
};

type Fitting = Extract<Verdict, { fits: true }>;

/** A settled visit and the zone of its location. */
export type FoundPlace = PlacedVisit & { readonly zone: string };

const noPractitioner = () =>
  invalid('PRACTITIONER_NOT_SUITABLE', 'The practitioner does not offer this visit here.');

/**
 * The one way to a place in time: looks at rules and claims as they are now and lets the domain judge. The caller has
 * locked the visit's place, so that the answer stays true until the transaction ends.
 * @throws ClinicError naming what does not exist or which rule forbids it
 */
export const findPlace = async (
  on: Runner,
  wanted: Wanted,
  terms: Terms,
  now: number,
): Promise<FoundPlace> => {
  const { practitioner, patient, start } = wanted;
  checkNear(start, now);
  const situation = found(
    await situationOf(on, {
      type: wanted.type,
      location: wanted.location,
      practitioner,
      patient,
      span: { start: start - 2 * day, end: start + 2 * day },
      except: exceptionsOf(wanted),
      now,
    }),
    practitioner,
    terms.by,
  );
  const { location } = situation;
  const { before, after } = wanted.buffers ?? {};
  const type = {
    ...situation.type,
    bufferBefore: before ?? situation.type.bufferBefore,
    bufferAfter: after ?? situation.type.bufferAfter,
  };
  const [person] = situation.practitioners;
  const shut = practitioner !== null && person?.online === false;
  if (terms.by === 'patient' && (!type.online || shut))
    throw forbidden('NOT_BOOKABLE_ONLINE', 'This visit cannot be booked online. Please call us.');
  if (practitioner !== null && !person?.performs) throw noPractitioner();
  const end = start + (wanted.duration ?? type.duration) * minute;
  if (wanted.expectedEnd !== undefined && wanted.expectedEnd !== end)
    throw invalid('WRONG_DURATION', `This visit takes ${type.duration} minutes.`, {
      details: { minutes: type.duration },
    });
  const rules = rulesOf({ ...situation, type }, terms.by);
  const { preferredChair } = wanted;
  const chairs = preferredChair
    ? [...rules.chairs].sort(
        (a, b) => Number(b.id === preferredChair) - Number(a.id === preferredChair),
      )
    : rules.chairs;
  const stretches = stretchesOf(location.zone, Math.min(now, start), Math.max(now, end) + 2 * day);
  const trial = { ...rules, chairs };
  const wish = {
    patient: patient ?? '',
    start,
    end,
    ...(wanted.chair ? { chair: wanted.chair } : {}),
  };
  const fitting = new Map<string, Fitting>();
  let refused: Refusal | undefined;
  for (const { id } of rules.practitioners) {
    const own = { ...wish, practitioner: id };
    const verdict = judge(trial, situation.busy, own, now, stretches, {
      ...terms,
      offGrid: wanted.offGrid ?? false,
    });
    if (verdict.fits) fitting.set(id, verdict);
    else if (!refused || refused === 'OUTSIDE_HOURS') refused = verdict.code;
  }
  const free = [...fitting.keys()].map((id) => ({
    start,
    end,
    practitioner: id,
    location: location.documentId,
  }));
  const [chosen] = slotsForAnyone(free, situation.busy, wanted.usual ?? situation.usual, stretches);
  const verdict = chosen && fitting.get(chosen.practitioner);
  if (chosen && verdict)
    return {
      start,
      end,
      practitioner: chosen.practitioner,
      patient: patient ?? '',
      chair: verdict.chair,
      assistant: verdict.assistant,
      equipment: verdict.equipment,
      segments: type.segments,
      bufferBefore: type.bufferBefore,
      bufferAfter: type.bufferAfter,
      overbooked: terms.overbook,
      zone: location.zone,
    };
  throw refused ? refusal(refused) : noPractitioner();
};

/** Claims a place that was found under the locks; what the appointment held before is freed first when `again`. */
export const takePlace = async (
  trx: Transaction,
  appointment: string,
  visit: PlacedVisit,
  again: boolean,
): Promise<void> => {
  if (again) await free(trx, appointment);
  await claim(trx, { kind: 'appointment', id: appointment }, claimsOf(visit));
};
