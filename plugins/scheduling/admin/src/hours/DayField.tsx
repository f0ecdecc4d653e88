import { Field } from '@strapi/design-system';

interface Properties {
  readonly label: string;
  readonly type: 'date' | 'time';
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | false;
}

export const DayField = ({ label, type, value, onChange, error = false }: Properties) => (
  <Field.Root error={error}>
    <Field.Label>{label}</Field.Label>
    <Field.Input
      type={type}
      value={value}
      onChange={(event: { currentTarget: { value: string } }) =>
        onChange(event.currentTarget.value)
      }
    />
    <Field.Error />
  </Field.Root>
);
