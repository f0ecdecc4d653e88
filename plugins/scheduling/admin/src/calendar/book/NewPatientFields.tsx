import { useWords } from '@enamel/access/admin';
import { Field, Grid } from '@strapi/design-system';
import type { NewPatient } from '../desk.ts';

interface Properties {
  readonly value: NewPatient;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (value: NewPatient) => void;
}

const fields: readonly [keyof NewPatient, string, boolean, number][] = [
  ['firstName', 'text', true, 6],
  ['lastName', 'text', true, 6],
  ['mobileNumber', 'tel', false, 4],
  ['email', 'email', false, 4],
  ['dateOfBirth', 'date', false, 4],
];

export const NewPatientFields = ({ value, errors, onChange }: Properties) => {
  const t = useWords('scheduling');
  return (
    <Grid.Root gap={3}>
      {fields.map(([name, type, required, width]) => (
        <Grid.Item key={name} col={width} xs={12} direction="column" alignItems="stretch">
          <Field.Root name={name} required={required} error={errors[name] ?? false}>
            <Field.Label>{t(`new.${name}`)}</Field.Label>
            <Field.Input
              type={type}
              value={value[name] ?? ''}
              onChange={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
            />
            <Field.Error />
          </Field.Root>
        </Grid.Item>
      ))}
    </Grid.Root>
  );
};
