import { useWords } from '@enamel/access/admin';
import { Field } from '@strapi/design-system';
import { spansOf, typedSpans } from './week.ts';

interface Properties {
  readonly label: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
}

/** The hours of a day in one line: `9-13 14-18`. Written out in full when one leaves it. */
export const SpanField = ({ label, value, onChange }: Properties) => {
  const t = useWords('desk');
  const spans = spansOf(value);
  return (
    <Field.Root error={spans ? false : t('hours.unclear')}>
      <Field.Label>{label}</Field.Label>
      <Field.Input
        value={value}
        placeholder={t('hours.closed')}
        autoComplete="off"
        onChange={(event: { currentTarget: { value: string } }) =>
          onChange(event.currentTarget.value)
        }
        onBlur={() => spans && onChange(typedSpans(spans))}
      />
      <Field.Error />
    </Field.Root>
  );
};
