import { useWords } from '@enamel/access/admin';
import { Field, Grid } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface Properties {
  readonly name: string;
  readonly label: string;
  /** Of twelve; on a phone fields stand one under the other. */
  readonly width: number;
  readonly missing?: boolean;
  readonly needed?: boolean;
  readonly children: ReactNode;
}

/** A field of a booking in its grid. */
export const Cell = ({
  name,
  label,
  width,
  missing = false,
  needed = true,
  children,
}: Properties) => {
  const t = useWords('scheduling');
  return (
    <Grid.Item col={width} xs={12} direction="column" alignItems="stretch">
      <Field.Root name={name} error={missing && t('needed')} required={needed}>
        <Field.Label>{label}</Field.Label>
        {children}
        <Field.Error />
      </Field.Root>
    </Grid.Item>
  );
};
