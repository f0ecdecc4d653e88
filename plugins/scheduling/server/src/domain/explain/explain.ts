/**
 * Why a time is not offered: every rule that forbids it, not only the first, in the order in which one would look: the
 * present, the hours, the grid, the practitioner, chair, assistant and equipment, the patient.
 */
import type { Interval } from '@enamel/kernel';
import { bookableSpan } from '../slots/availability.ts';
import { minute, type Stretch } from '../slots/local-time.ts';
import { needsOf, type Run } from '../slots/needs.ts';
import type { Busy, Rules, Taken } from '../slots/rules.ts';
import { during, isOnGrid, openAt, openingsAround, overlaps, type Trial } from '../slots/trial.ts';
import { absenceReasons, offReasons } from './explain-hours.ts';
import type { Cause, Reason } from './reason.ts';

/** One wanted time of a patient who need not be known. */
export interface Question {
  readonly start: number;
  readonly practitioner: string;
  readonly patient: string | null;
  readonly type: string;
}

const busyReasons = (
  code: Reason['code'],
  resource: Cause,
  taken: readonly Taken[] | undefined,
  spans: readonly Interval[],
): Reason[] =>
  (taken ?? [])
    .filter((claim) => spans.some((span) => overlaps([claim], span)))
    .map(({ start, end, source }) => ({
      code,
      resource,
      cause: source ?? null,
      span: { start, end },
    }));

/** What keeps one of several away, unless another is free. */
const unlessFree = (reasons: readonly Reason[][]): Reason[] =>
  reasons.some((own) => own.length === 0) ? [] : reasons.flat();

const timeReasons = (trial: Trial, { type }: Question, now: number): Reason[] => {
  const { rules, wish, stretches } = trial;
  const ofType = { resource: null, cause: { kind: 'appointment-type', id: type } };
  const span = bookableSpan(rules.visit, now, stretches);
  if (wish.start < now) return [{ code: 'SLOT_IN_PAST', resource: null, cause: null, span: null }];
  if (wish.start < span.start)
    return [{ code: 'TOO_SOON', ...ofType, span: { start: now, end: span.start } }];
  return wish.start >= span.end ? [{ code: 'TOO_FAR_AHEAD', ...ofType, span: null }] : [];
};

const supportReasons = (trial: Trial, { practitioner, type }: Question): Reason[] => {
  const { rules, busy, needs } = trial;
  const spansOf = (runs: readonly Run[]) => runs.map((run) => during(trial, run));
  const lacking = (code: Reason['code']): Reason[] => [
    { code, resource: null, cause: { kind: 'appointment-type', id: type }, span: null },
  ];
  const chairSpans = spansOf(needs.chair);
  const chairs = rules.chairs.map(({ id, off }) => {
    const chair = { kind: 'chair', id };
    return [
      ...busyReasons('CHAIR_BUSY', chair, busy.get(id), chairSpans),
      ...chairSpans.flatMap((span) => offReasons(off, 'CHAIR_OFF', chair, span)),
    ];
  });
  const parts = spansOf(needs.assistant);
  const team = rules.assistants.filter(({ id }) => id !== practitioner);
  const assistants = team.map((person) => [
    ...parts.flatMap((span) => absenceReasons(person, span, trial)),
    ...busyReasons(
      'ASSISTANT_BUSY',
      { kind: 'practitioner', id: person.id },
      busy.get(person.id),
      parts,
    ),
  ]);
  const whole = spansOf(needs.equipment);
  const equipment = [...new Set(rules.visit.equipment)].flatMap((kind) => {
    const pieces = rules.equipment.filter((piece) => piece.kind === kind);
    if (pieces.length === 0) return lacking('NO_EQUIPMENT');
    return unlessFree(
      pieces.map(({ id, off }) => {
        const piece = { kind: 'equipment', id };
        return [
          ...busyReasons('EQUIPMENT_BUSY', piece, busy.get(id), whole),
          ...whole.flatMap((span) => offReasons(off, 'EQUIPMENT_OFF', piece, span)),
        ];
      }),
    );
  });
  return [
    ...(chairs.length === 0 ? lacking('CHAIR_NOT_SUITABLE') : unlessFree(chairs)),
    ...(parts.length === 0
      ? []
      : team.length === 0
        ? lacking('NO_ASSISTANT')
        : unlessFree(assistants)),
    ...equipment,
  ];
};

/** All that keeps a time from being offered to patients; nothing when it is offered. */
export const explain = (
  rules: Rules,
  busy: Busy,
  question: Question,
  now: number,
  stretches: readonly Stretch[],
): Reason[] => {
  const { start, practitioner, patient, type } = question;
  const wish = { start, end: start + rules.visit.duration * minute };
  const trial = { rules, busy, wish, needs: needsOf(rules.visit), stretches };
  const person = rules.practitioners.find(({ id }) => id === practitioner);
  const resource: Cause = { kind: 'practitioner', id: practitioner };
  const own = trial.needs.practitioner.map((run) => during(trial, run));
  const opening = person && openAt(openingsAround(trial, person), wish);
  const offGrid = opening && !isOnGrid(opening, start, rules.visit.step);
  return [
    ...timeReasons(trial, question, now),
    ...(person
      ? absenceReasons(person, wish, trial)
      : [{ code: 'PRACTITIONER_NOT_SUITABLE' as const, resource, cause: resource, span: null }]),
    ...(offGrid
      ? [
          {
            code: 'OFF_GRID' as const,
            resource: null,
            cause: { kind: 'appointment-type', id: type },
            span: null,
          },
        ]
      : []),
    ...busyReasons('PRACTITIONER_BUSY', resource, busy.get(practitioner), own),
    ...supportReasons(trial, question),
    ...(patient
      ? busyReasons('PATIENT_BUSY', { kind: 'patient', id: patient }, busy.get(patient), [wish])
      : []),
  ];
};
