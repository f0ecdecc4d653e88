import { useWords } from '../kit/translations.ts';
import { type ClinicPlace, everywhere, settled } from '../scope/places.ts';
import { Choices } from './Choices.tsx';

interface Properties {
  readonly places: readonly ClinicPlace[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
  readonly error?: string | undefined;
}

/** Where somebody works whom the clinic invites. */
export const PlaceChoice = ({ places, chosen, onChange, error }: Properties) => {
  const t = useWords('staff');
  const say = useWords('scope');
  return (
    <Choices
      name="places"
      label={t('places')}
      hint={t('places.hint')}
      options={[
        { value: everywhere, label: say('staff.everywhere') },
        ...places.map(({ documentId, name }) => ({ value: documentId, label: name })),
      ]}
      chosen={chosen}
      onChange={(next) => onChange(settled(chosen, next))}
      error={error}
    />
  );
};
