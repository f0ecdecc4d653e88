import { useWords } from '@enamel/access/admin';
import { Field, Grid, Textarea } from '@strapi/design-system';
import type { Sheet } from '../board/blocks.ts';
import { Cell } from './Cell.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { TypeSelect, type VisitTypes } from './TypeSelect.tsx';
import type { Booking } from './useBooking.ts';

interface Properties {
  readonly sheet: Sheet;
  readonly types: VisitTypes;
  readonly booking: Booking;
}

/** What is booked: the type of visit, its place, and why. */
export const WhatFields = ({ sheet, types, booking }: Properties) => {
  const t = useWords('scheduling');
  const { draft, set, missing } = booking;
  const chosen = types.find(({ documentId }) => documentId === draft.appointmentType);
  return (
    <>
      <Grid.Root>
        <Cell
          name="appointmentType"
          label={t('type')}
          width={12}
          missing={missing.includes('appointmentType')}
        >
          <TypeSelect
            sheet={sheet}
            types={types}
            value={draft.appointmentType}
            onChange={(appointmentType) => set({ appointmentType })}
          />
        </Cell>
      </Grid.Root>
      <PlaceFields
        sheet={sheet}
        draft={draft}
        set={set}
        missing={missing}
        type={draft.appointmentType || undefined}
        usual={chosen?.duration}
      />
      <ReasonField booking={booking} />
    </>
  );
};

export const ReasonField = ({ booking: { draft, set } }: Pick<Properties, 'booking'>) => {
  const t = useWords('scheduling');
  return (
    <Field.Root name="reason">
      <Field.Label>{t('reason')}</Field.Label>
      <Textarea
        value={draft.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
    </Field.Root>
  );
};
