import { useWords } from '@enamel/access/admin';
import { Field, SingleSelect, SingleSelectOption, Textarea } from '@strapi/design-system';
import type { ResourcesAnswer } from '../../../../shared/calendar.ts';
import type { Sheet } from '../board/blocks.ts';
import { PlaceFields } from './PlaceFields.tsx';
import type { Booking } from './useBooking.ts';

export type VisitTypes = ResourcesAnswer['data']['appointmentTypes'];

interface Properties {
  readonly sheet: Sheet;
  readonly types: VisitTypes;
  readonly booking: Booking;
}

/** What is booked: the type of visit, its place, and why. */
export const WhatFields = ({ sheet, types, booking: { draft, set, missing } }: Properties) => {
  const t = useWords('scheduling');
  const offered = types.filter(({ documentId }) =>
    sheet.practitioners.some(({ appointmentTypes }) => appointmentTypes.includes(documentId)),
  );
  const chosen = types.find(({ documentId }) => documentId === draft.appointmentType);
  return (
    <>
      <Field.Root
        name="appointmentType"
        error={missing.includes('appointmentType') && t('needed')}
        required
      >
        <Field.Label>{t('type')}</Field.Label>
        <SingleSelect
          value={draft.appointmentType}
          placeholder={t('type.choose')}
          onChange={(value) => set({ appointmentType: String(value) })}
        >
          {offered.map(({ documentId, name, duration }) => (
            <SingleSelectOption key={documentId} value={documentId}>
              {`${name} · ${t('minutes', { minutes: duration })}`}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Error />
      </Field.Root>
      <PlaceFields
        sheet={sheet}
        draft={draft}
        set={set}
        missing={missing}
        type={draft.appointmentType || undefined}
        usual={chosen?.duration}
      />
      <Field.Root name="reason">
        <Field.Label>{t('reason')}</Field.Label>
        <Textarea
          value={draft.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
      </Field.Root>
    </>
  );
};
