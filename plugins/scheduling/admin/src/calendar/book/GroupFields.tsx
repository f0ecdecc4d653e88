import { useWords } from '@enamel/access/admin';
import { Button, Flex, Grid, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Sheet } from '../board/blocks.ts';
import { Cell } from './Cell.tsx';
import type { PartDraft } from './group.ts';
import { PractitionerSelect } from './PractitionerSelect.tsx';
import { TypeSelect, type VisitTypes } from './TypeSelect.tsx';
import type { Booking } from './useBooking.ts';
import type { Group } from './useGroup.ts';
import { ReasonField } from './WhatFields.tsx';
import { WhenCells } from './WhenCells.tsx';
import { WhoFields } from './WhoFields.tsx';

const Part = styled.fieldset`
  display: grid;
  gap: 1.2rem;
  min-width: 0;
  margin: 0;
  padding: 1.2rem 1.6rem 1.6rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 8px;
  legend {
    padding-inline: 0.6rem;
    font-size: 1.4rem;
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;

interface Properties {
  readonly sheet: Sheet;
  readonly types: VisitTypes;
  readonly booking: Booking;
  readonly group: Group;
}

/** Several visits that follow one another: for whom each is, what, with whom; and about when. */
export const GroupFields = ({ sheet, types, booking, group }: Properties) => {
  const t = useWords('scheduling');
  const { parts, set, remove, lacking } = group;
  const who = (part: PartDraft, missing: readonly string[]) =>
    part.same ? (
      <Flex justifyContent="space-between" gap={3}>
        <Typography>{t('group.same')}</Typography>
        <Button variant="ghost" onClick={() => set(part.id, { same: false })}>
          {t('group.other')}
        </Button>
      </Flex>
    ) : (
      <WhoFields who={part} set={(change) => set(part.id, change)} missing={missing} />
    );
  return (
    <>
      {parts.map((part, index) => {
        const missing = lacking[index] ?? [];
        return (
          <Part key={part.id}>
            <legend>{t('group.visit', { number: index + 1 })}</legend>
            {who(part, missing)}
            <Grid.Root gap={4}>
              <Cell
                name={`type-${part.id}`}
                label={t('type')}
                width={6}
                missing={missing.includes('appointmentType')}
              >
                <TypeSelect
                  sheet={sheet}
                  types={types}
                  value={part.appointmentType}
                  onChange={(appointmentType) => set(part.id, { appointmentType })}
                />
              </Cell>
              <Cell
                name={`practitioner-${part.id}`}
                label={t('practitioner')}
                width={6}
                needed={false}
              >
                <PractitionerSelect
                  sheet={sheet}
                  value={part.practitioner}
                  type={part.appointmentType}
                  orAnyone
                  onChange={(practitioner) => set(part.id, { practitioner })}
                />
              </Cell>
            </Grid.Root>
            {part.id > 0 && (
              <div>
                <Button variant="tertiary" onClick={() => remove(part.id)}>
                  {t('group.remove')}
                </Button>
              </div>
            )}
          </Part>
        );
      })}
      <Grid.Root gap={4}>
        <WhenCells
          date={booking.draft.date}
          time={booking.draft.time}
          width={6}
          missing={booking.missing}
          timeNeeded={false}
          set={booking.set}
        />
      </Grid.Root>
      <ReasonField booking={booking} />
    </>
  );
};
