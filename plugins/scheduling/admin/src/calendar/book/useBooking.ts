import { type Problem, problemOf, useAttemptKey } from '@enamel/access/admin';
import { useState } from 'react';
import type { SlotView } from '../../../../shared/booking.ts';
import type { CalendarAppointment, StaffBooking } from '../../../../shared/calendar.ts';
import type { Sheet } from '../board/blocks.ts';
import { useDesk } from '../desk.ts';
import { wallOf } from '../zoned.ts';
import { bookingOf, type Draft, knownOf, missingIn, type WhoDraft } from './booking.ts';

const blank: Draft = {
  patient: undefined,
  newPatient: undefined,
  typed: '',
  appointmentType: '',
  practitioner: '',
  chair: '',
  date: '',
  time: '',
  duration: undefined,
  reason: '',
};

/** A booking being filled in: what it holds, what it lacks, why it was refused; nothing typed is lost. */
export const useBooking = (
  sheet: Sheet,
  start: Partial<Draft>,
  onBooked: (visit: CalendarAppointment) => void,
) => {
  const desk = useDesk();
  const keyOf = useAttemptKey();
  const [draft, setDraft] = useState<Draft>({ ...blank, ...start });
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  const set = (change: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...change }));
    setProblem(undefined);
  };

  /** Does what may be refused, with the form's patient in the list; nothing while something is missing. */
  const attempt = async (
    who: WhoDraft,
    unfilled: readonly string[],
    work: (patient: string) => Promise<void>,
  ) => {
    setMissing(unfilled);
    if (unfilled.length > 0) return;
    setBusy(true);
    setProblem(undefined);
    try {
      let { patient } = who;
      if (!patient && who.newPatient) {
        patient = await desk.addPatient(knownOf(who.newPatient));
        // Kept: a second try must not add the person twice.
        setDraft((before) => ({ ...before, patient, newPatient: undefined }));
      }
      await work(patient?.documentId ?? '');
    } catch (failure) {
      setProblem(problemOf(failure));
    } finally {
      setBusy(false);
    }
  };

  const attemptOne = (wanted: Draft, work: (booking: StaffBooking) => Promise<void>) =>
    attempt(wanted, missingIn(wanted), (patient) => work(bookingOf(wanted, patient, sheet)));

  const book = (wanted: Draft, overbookReason?: string) =>
    attemptOne(wanted, async (booking) => {
      const body = { ...booking, ...(overbookReason ? { overbooked: true, overbookReason } : {}) };
      onBooked(await desk.book(body, keyOf(body)));
    });

  /** Books one of the times that a refusal offered. */
  const choose = ({ start: instant, practitioner }: SlotView) => {
    const wall = wallOf(instant, sheet.zone);
    const next = {
      ...draft,
      date: wall.slice(0, 10),
      time: wall.slice(11),
      practitioner,
      chair: '',
    };
    setDraft(next);
    void book(next);
  };

  return {
    draft,
    /** What the form says, once nothing is missing. */
    wanted:
      missingIn(draft).length === 0
        ? bookingOf(draft, draft.patient?.documentId ?? '', sheet)
        : undefined,
    set,
    missing,
    problem,
    busy,
    choose,
    attempt: (work: (booking: StaffBooking) => Promise<void>) => void attemptOne(draft, work),
    attemptMany: (unfilled: readonly string[], work: (patient: string) => Promise<void>) =>
      void attempt(draft, unfilled, work),
    book: (overbookReason?: string) => void book(draft, overbookReason),
  };
};

export type Booking = ReturnType<typeof useBooking>;
