import { useWords } from '@enamel/access/admin';
import { SingleSelect, SingleSelectOption } from '@strapi/design-system';

interface Properties {
  readonly places: readonly { readonly documentId: string; readonly name: string }[];
  readonly value: string;
  readonly onChange: (location: string) => void;
}

/** Chooses one of several locations; a clinic with one place is not asked. */
export const PlaceSelect = ({ places, value, onChange }: Properties) => {
  const t = useWords('desk');
  if (places.length < 2) return null;
  return (
    <SingleSelect
      aria-label={t('location')}
      value={value}
      onChange={(chosen) => onChange(String(chosen))}
    >
      {places.map(({ documentId, name }) => (
        <SingleSelectOption key={documentId} value={documentId}>
          {name}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
};
