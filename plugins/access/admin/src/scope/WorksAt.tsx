import { MultiSelect, MultiSelectOption, Typography } from '@strapi/design-system';
import type { StaffPlaces } from '../../../shared/scope.ts';
import { useWords } from '../kit/index.ts';
import { type ClinicPlace, chosenOf, everywhere, settled } from './places.ts';

interface Properties {
  readonly person: StaffPlaces;
  readonly places: readonly ClinicPlace[];
  readonly save: (person: StaffPlaces, chosen: readonly string[]) => Promise<void>;
}

/** Where one member of staff works. A change counts at once; a clinic of one place has nothing to choose. */
export const WorksAt = ({ person, places, save }: Properties) => {
  const t = useWords('scope');
  const chosen = chosenOf(person);
  const namesOf = (values: readonly string[]) =>
    values
      .map((value) =>
        value === everywhere
          ? t('staff.everywhere')
          : (places.find(({ documentId }) => documentId === value)?.name ?? ''),
      )
      .join(', ');
  if (!person.bound) return <Typography textColor="neutral600">{t('staff.unbound')}</Typography>;
  if (places.length < 2)
    return <Typography>{namesOf(places.length === 0 ? [everywhere] : chosen)}</Typography>;
  return (
    <MultiSelect
      aria-label={t('staff.places', { name: person.name })}
      placeholder={t('staff.nowhere')}
      value={[...chosen]}
      onChange={(value: string[]) => void save(person, settled(chosen, value))}
      customizeContent={(values: string[] = []) => namesOf(values)}
    >
      <MultiSelectOption value={everywhere}>{t('staff.everywhere')}</MultiSelectOption>
      {places.map(({ documentId, name }) => (
        <MultiSelectOption key={documentId} value={documentId}>
          {name}
        </MultiSelectOption>
      ))}
    </MultiSelect>
  );
};
