import { Field, TextInput } from '@strapi/design-system';

interface Properties {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** A recovery code has letters too. */
  readonly recovery?: boolean;
}

/** A code from an app or from paper; spaces do not count. */
export const CodeField = (properties: Properties) => {
  const { label, value, onChange, hint = '', error = '', recovery = false } = properties;
  return (
    <Field.Root name="code" required error={error} hint={hint}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        name="code"
        value={value}
        inputMode={recovery ? 'text' : 'numeric'}
        autoComplete={recovery ? 'off' : 'one-time-code'}
        autoCapitalize="off"
        spellCheck={false}
        maxLength={40}
        onChange={(event: { target: { value: string } }) => onChange(event.target.value)}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
