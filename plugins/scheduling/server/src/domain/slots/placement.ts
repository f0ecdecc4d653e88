import type { Interval } from '@enamel/kernel';
import { bookableSpan } from './availability.ts';
import { minute, type Stretch } from './local-time.ts';
import { needsOf } from './needs.ts';
import type { Busy, EquipmentRules, Rules } from './rules.ts';
import {
  assists,
  isFree,
  isOnGrid,
  openAt,
  openingsAround,
  overlaps,
  type Trial,
} from './trial.ts';

export type Refusal =
  | 'SLOT_IN_PAST'
  | 'TOO_SOON'
  | 'TOO_FAR_AHEAD'
  | 'OUTSIDE_HOURS'
  | 'OFF_GRID'
  | 'CHAIR_NOT_SUITABLE'
  | 'NO_ASSISTANT'
  | 'NO_EQUIPMENT'
  | 'PATIENT_BUSY'
  | 'SLOT_TAKEN'
  | 'ASSISTANT_BUSY'
  | 'EQUIPMENT_BUSY';

/** One wanted time. `rules.practitioners` must hold the practitioner. */
export interface Wish extends Interval {
  readonly practitioner: string;
  readonly patient: string;
  /** This chair and no other. */
  readonly chair?: string;
}

export interface Terms {
  /** Patients keep to lead time, horizon and grid; the desk does not. */
  readonly by: 'patient' | 'desk';
  /** Hours, practitioner, chair, assistant and equipment may be overridden. */
  readonly overbook: boolean;
  /** A later visit of a chain begins when the one before ends, on the grid or not. */
  readonly offGrid?: boolean;
}

export type Verdict =
  | {
      readonly fits: true;
      readonly chair: string;
      /** Null when the visit needs nobody. */
      readonly assistant: string | null;
      /** One piece of each kind that the visit needs. */
      readonly equipment: readonly string[];
    }
  | { readonly fits: false; readonly code: Refusal };

const refused = (code: Refusal): Verdict => ({ fits: false, code });

/** The first that is free; on purpose, the first of all. */
const choose = <T extends { readonly id: string }>(
  all: readonly T[],
  free: (one: T) => boolean,
  overbook: boolean,
): string | undefined => (all.find(free) ?? (overbook ? all[0] : undefined))?.id;

/** Chair, assistant and equipment. To patients, whatever is taken is the time. */
const choice = (trial: Trial, wish: Wish, by: Terms['by'], overbook: boolean): Verdict => {
  const { rules, needs } = trial;
  const taken = (code: Refusal) => refused(by === 'patient' ? 'SLOT_TAKEN' : code);
  const suitable = wish.chair ? rules.chairs.filter(({ id }) => id === wish.chair) : rules.chairs;
  if (suitable.length === 0) return refused('CHAIR_NOT_SUITABLE');
  const chair = choose(suitable, ({ id, off }) => isFree(trial, needs.chair, id, off), overbook);
  const isBusy = !overbook && !isFree(trial, needs.practitioner, wish.practitioner);
  if (!chair || isBusy) return refused('SLOT_TAKEN');
  const team =
    needs.assistant.length === 0
      ? []
      : rules.assistants.filter(({ id }) => id !== wish.practitioner);
  if (needs.assistant.length > 0 && team.length === 0) return refused('NO_ASSISTANT');
  const assistant = choose(team, (person) => assists(trial, person), overbook) ?? null;
  if (team.length > 0 && !assistant) return taken('ASSISTANT_BUSY');
  const equipment: string[] = [];
  for (const kind of new Set(rules.visit.equipment)) {
    const pieces = rules.equipment.filter((piece) => piece.kind === kind);
    if (pieces.length === 0) return refused('NO_EQUIPMENT');
    const free = (piece: EquipmentRules) => isFree(trial, needs.equipment, piece.id, piece.off);
    const piece = choose(pieces, free, overbook);
    if (!piece) return taken('EQUIPMENT_BUSY');
    equipment.push(piece);
  }
  return { fits: true, chair, assistant, equipment };
};

/** Whether a visit may take place as wished, where and with whom; else the first rule that forbids it. */
export const judge = (
  rules: Rules,
  busy: Busy,
  wish: Wish,
  now: number,
  stretches: readonly Stretch[],
  { by, overbook, offGrid = false }: Terms,
): Verdict => {
  const { visit } = rules;
  if (by === 'patient' ? wish.start < now : wish.end <= now) return refused('SLOT_IN_PAST');
  if (by === 'patient') {
    const span = bookableSpan(visit, now, stretches);
    if (wish.start < span.start) return refused('TOO_SOON');
    if (wish.start >= span.end) return refused('TOO_FAR_AHEAD');
  }
  const practitioner = rules.practitioners.find(({ id }) => id === wish.practitioner);
  if (!practitioner) return refused('OUTSIDE_HOURS');
  const needs = needsOf({ ...visit, duration: (wish.end - wish.start) / minute });
  const trial = { rules, busy, wish, needs, stretches };
  if (!overbook) {
    const opening = openAt(openingsAround(trial, practitioner), wish);
    if (!opening) return refused('OUTSIDE_HOURS');
    if (by === 'patient' && !offGrid && !isOnGrid(opening, wish.start, visit.step))
      return refused('OFF_GRID');
  }
  if (overlaps(busy.get(wish.patient), wish)) return refused('PATIENT_BUSY');
  return choice(trial, wish, by, overbook);
};
