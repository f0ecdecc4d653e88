import { Checkbox, Field, Flex, Typography } from '@strapi/design-system';
import { type ReactNode, useId } from 'react';

interface Properties<Value> {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly {
    readonly value: Value;
    readonly label: ReactNode;
    readonly disabled?: boolean;
  }[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: Value[]) => void;
  readonly error?: string | undefined;
}

/** One or several of a few things. */
export const Choices = <Value extends string | number>(properties: Properties<Value>) => {
  const { name, label, hint, options, chosen, onChange, error } = properties;
  const id = useId();
  const toggle = (value: Value, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value));
  return (
    <Field.Root name={name} required error={error ?? false} hint={hint ?? ''}>
      <Typography variant="pi" fontWeight="bold" tag="span" id={id}>
        {label}
      </Typography>
      <Flex
        position="relative"
        direction="column"
        alignItems="flex-start"
        gap={2}
        role="group"
        aria-labelledby={id}
      >
        {options.map((option) => (
          <Checkbox
            key={option.value}
            name={name}
            disabled={option.disabled ?? false}
            checked={chosen.includes(option.value)}
            onCheckedChange={(on: boolean | 'indeterminate') => toggle(option.value, on === true)}
          >
            {option.label}
          </Checkbox>
        ))}
      </Flex>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
