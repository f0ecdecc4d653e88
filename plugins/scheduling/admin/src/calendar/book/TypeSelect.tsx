import { useWords } from '@enamel/access/admin';
import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { ResourcesAnswer } from '../../../../shared/calendar.ts';
import type { Sheet } from '../board/blocks.ts';

export type VisitTypes = ResourcesAnswer['data']['appointmentTypes'];

interface Properties {
  readonly sheet: Sheet;
  readonly types: VisitTypes;
  readonly value: string;
  readonly onChange: (type: string) => void;
}

/** Chooses a type of visit that somebody at the location performs. */
export const TypeSelect = ({ sheet, types, value, onChange }: Properties) => {
  const t = useWords('scheduling');
  const offered = types.filter(({ documentId }) =>
    sheet.practitioners.some(({ appointmentTypes }) => appointmentTypes.includes(documentId)),
  );
  return (
    <SingleSelect
      value={value}
      placeholder={t('type.choose')}
      onChange={(chosen) => onChange(String(chosen))}
    >
      {offered.map(({ documentId, name, duration }) => (
        <SingleSelectOption key={documentId} value={documentId}>
          {`${name} · ${t('minutes', { minutes: duration })}`}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
};
