import { useWords } from '@enamel/access/admin';
import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { Sheet } from '../board/blocks.ts';

interface Properties {
  readonly sheet: Sheet;
  readonly value: string;
  /** Document id of the type, which only some perform; empty for any. */
  readonly type: string;
  /** Whether anyone will do. */
  readonly orAnyone?: boolean;
  readonly onChange: (practitioner: string) => void;
}

const anyone = 'anyone';

export const PractitionerSelect = ({ sheet, value, type, orAnyone, onChange }: Properties) => {
  const t = useWords('scheduling');
  const performers = sheet.practitioners.filter(
    ({ appointmentTypes, documentId }) =>
      !type || documentId === value || appointmentTypes.includes(type),
  );
  return (
    <SingleSelect
      value={value || (orAnyone ? anyone : '')}
      placeholder={t('practitioner.choose')}
      onChange={(chosen) => onChange(chosen === anyone ? '' : String(chosen))}
    >
      {orAnyone && <SingleSelectOption value={anyone}>{t('anyone')}</SingleSelectOption>}
      {performers.map(({ documentId, name }) => (
        <SingleSelectOption key={documentId} value={documentId}>
          {name}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
};
