import { useFormats, useWords } from '@enamel/access/admin';
import { Typography } from '@strapi/design-system';
import { useId } from 'react';
import { styled } from 'styled-components';
import type { SlotView } from '../../../../shared/booking.ts';
import type { Sheet } from '../board/blocks.ts';
import { useWhen } from '../useWhen.ts';
import { patientsOf } from './group.ts';
import type { VisitTypes } from './TypeSelect.tsx';
import type { Group } from './useGroup.ts';

const Times = styled.fieldset`
  display: grid;
  gap: 0.8rem;
  min-width: 0;
  margin: 0;
  padding: 0;
  border: 0;
  color: ${({ theme }) => theme.colors.neutral800};
  legend {
    font-size: 1.4rem;
    font-weight: 600;
    margin-block-end: 0.8rem;
  }
  label {
    display: flex;
    align-items: flex-start;
    gap: 1.2rem;
    padding: 1rem 1.4rem;
    font-size: 1.4rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    border-radius: 8px;
    cursor: pointer;
  }
  label:has(input:checked) {
    border-color: ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary100};
  }
  label:has(input:focus-visible) {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
  input {
    margin-block-start: 0.3rem;
    accent-color: ${({ theme }) => theme.colors.primary600};
  }
  strong {
    font-weight: 600;
  }
  small {
    display: block;
    font-size: 1.3rem;
    color: ${({ theme }) => theme.colors.neutral700};
  }
`;

interface Properties {
  readonly sheet: Sheet;
  readonly types: VisitTypes;
  readonly group: Group;
}

const nameIn = (
  list: readonly { readonly documentId: string; readonly name: string }[],
  id: string | undefined,
) => list.find(({ documentId }) => documentId === id)?.name.trim();

/** When all visits of a group fit, and who has which; nothing until it was asked. */
export const GroupTimes = ({ sheet, types, group }: Properties) => {
  const t = useWords('scheduling');
  const name = useId();
  const { time } = useFormats();
  const when = useWhen(sheet);
  const { parts, slots, chosen, choose } = group;
  if (!slots) return null;
  if (slots.length === 0)
    return (
      <Typography role="status" textColor="danger700">
        {t('group.none')}
      </Typography>
    );
  const patients = patientsOf(parts);
  const say = ({ start, practitioner }: SlotView, index: number) =>
    [
      `${time(start, sheet.zone)} ${patients[index]?.name ?? ''}`,
      nameIn(types, parts[index]?.appointmentType),
      nameIn(sheet.practitioners, practitioner),
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <Times>
      <legend>{t('group.times')}</legend>
      {slots.map((slot) => (
        <label key={slot.start}>
          <input
            type="radio"
            name={name}
            value={slot.start}
            checked={slot === chosen}
            onChange={() => choose(slot.start)}
          />
          <span>
            <strong>{`${when(slot.start)}–${time(slot.end, sheet.zone)}`}</strong>
            {slot.parts.map((part, index) => (
              <small key={part.start}>{say(part, index)}</small>
            ))}
          </span>
        </label>
      ))}
    </Times>
  );
};
