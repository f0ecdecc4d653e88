import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

interface Properties {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

export const Choice = ({ label, value, options, onChange }: Properties) => (
  <Field.Root>
    <Field.Label>{label}</Field.Label>
    <SingleSelect value={value} onChange={(chosen) => onChange(String(chosen))}>
      {options.map(([one, text]) => (
        <SingleSelectOption key={one} value={one}>
          {text}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  </Field.Root>
);
