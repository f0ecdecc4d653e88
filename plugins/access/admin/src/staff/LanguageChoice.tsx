import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

const languages = [
  ['en', 'English'],
  ['ro', 'Română'],
] as const;

interface Properties {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export const LanguageChoice = ({ label, hint, value, onChange }: Properties) => (
  <Field.Root name="language" hint={hint}>
    <Field.Label>{label}</Field.Label>
    <SingleSelect value={value} onChange={(next) => onChange(String(next))}>
      {languages.map(([code, name]) => (
        <SingleSelectOption key={code} value={code}>
          {name}
        </SingleSelectOption>
      ))}
    </SingleSelect>
    <Field.Hint />
  </Field.Root>
);
