import { useAttemptKey } from '@enamel/access/admin';
import { useState } from 'react';
import { type GroupAnswer, type GroupSlot, mostVisitsInGroup } from '../../../../shared/groups.ts';
import type { Sheet } from '../board/blocks.ts';
import { useDesk } from '../desk.ts';
import { useDeskMany } from '../deskMany.ts';
import { instantOf } from '../zoned.ts';
import { knownOf } from './booking.ts';
import { itemsOf, missingInPart, nearestTo, type PartDraft, patientsOf } from './group.ts';
import type { Booking } from './useBooking.ts';

const shown = 6;

const next = (id: number): PartDraft => ({
  id,
  same: true,
  patient: undefined,
  newPatient: undefined,
  typed: '',
  appointmentType: '',
  practitioner: '',
});

/** Visits one after another: the booking's own and others; when all of them fit, and which of these times is chosen. */
export const useGroup = (
  { location, zone }: Sheet,
  booking: Booking,
  onBooked: (answer: GroupAnswer['data']) => void,
) => {
  const desk = useDesk();
  const many = useDeskMany();
  const keyOf = useAttemptKey();
  const { draft } = booking;
  const [others, setOthers] = useState<readonly PartDraft[]>([]);
  const [lacking, setLacking] = useState<readonly (readonly string[])[]>([]);
  const [seen, setSeen] = useState<{ of: string; slots: readonly GroupSlot[] }>();
  const [start, setStart] = useState('');
  const parts: readonly PartDraft[] = [{ ...draft, id: 0, same: false }, ...others];
  const asked = (patients: readonly string[]) => ({
    items: itemsOf(parts, patients),
    location,
    from: draft.date,
  });
  const wall = `${draft.date}T${draft.time || '00:00'}`;
  const written = (patients: readonly string[]) => JSON.stringify([asked(patients), wall]);
  /** What was looked at counts until the form says something else. */
  const known = seen?.of === written(patientsOf(parts).map(({ documentId }) => documentId));
  const slots = known ? seen.slots : undefined;
  const chosen = slots?.find((slot) => slot.start === start);

  const change = (id: number, what: Partial<PartDraft>) =>
    setOthers((before) => before.map((part) => (part.id === id ? { ...part, ...what } : part)));

  /** Everybody is in the list before anything is asked. */
  const attempt = (work: (patients: readonly string[]) => Promise<void>) => {
    const lacks = parts.map(missingInPart);
    setLacking(lacks);
    booking.attemptMany([...lacks.flat(), ...(draft.date ? [] : ['date'])], async (first) => {
      const patients = [first];
      for (const { id, same, patient, newPatient } of others) {
        let who = same ? patients.at(-1) : patient?.documentId;
        if (!who && newPatient) {
          const added = await desk.addPatient(knownOf(newPatient));
          change(id, { patient: added, newPatient: undefined });
          who = added.documentId;
        }
        patients.push(who ?? '');
      }
      await work(patients);
    });
  };

  const look = async (patients: readonly string[]) => {
    const found = await many.groupSlots(asked(patients));
    const wanted = instantOf(wall, zone);
    setSeen({ of: written(patients), slots: nearestTo(found, wanted, shown) });
    setStart(nearestTo(found, wanted, 1)[0]?.start ?? '');
  };

  const book = () =>
    chosen &&
    attempt(async (patients) => {
      const people = chosen.parts.map(({ practitioner }) => practitioner);
      const staffed = parts.map((part, index) => ({ ...part, practitioner: people[index] ?? '' }));
      const reason = draft.reason.trim();
      const body = {
        items: itemsOf(staffed, patients),
        location,
        start: chosen.start,
        ...(reason ? { reason } : {}),
      };
      try {
        onBooked(await many.bookGroup(body, keyOf(body)));
      } catch (failure) {
        // Somebody was faster: what is free now is shown beside the refusal.
        await look(patients).catch(() => setSeen(undefined));
        throw failure;
      }
    });

  return {
    parts,
    set: (id: number, what: Partial<PartDraft>) => {
      if (id > 0) change(id, what);
      booking.set(id > 0 ? {} : what);
    },
    add:
      parts.length < mostVisitsInGroup
        ? () => setOthers((before) => [...before, next((before.at(-1)?.id ?? 0) + 1)])
        : undefined,
    remove: (id: number) => setOthers((before) => before.filter((part) => part.id !== id)),
    lacking,
    slots,
    chosen,
    choose: setStart,
    show: () => attempt(look),
    book,
  };
};

export type Group = ReturnType<typeof useGroup>;
