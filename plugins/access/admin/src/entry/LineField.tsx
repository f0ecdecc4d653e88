import { Field, TextInput } from '@strapi/design-system';

interface Properties {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email';
  readonly required?: boolean;
  readonly autoComplete?: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
}

export const LineField = (properties: Properties) => {
  const { label, name, value, onChange, type = 'text', required = true } = properties;
  const { autoComplete = 'off', hint, error, disabled = false } = properties;
  return (
    <Field.Root name={name} required={required} error={error ?? false} hint={hint ?? ''}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        name={name}
        type={type}
        value={value}
        disabled={disabled}
        autoComplete={autoComplete}
        onChange={(event: { target: { value: string } }) => onChange(event.target.value)}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
