import { useWords } from '@enamel/access/admin';
import {
  Button,
  Field,
  Flex,
  Grid,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { PatientPicker } from '../calendar/book/PatientPicker.tsx';
import type { DraftFields } from './entry-draft.ts';

/** Who waits, for what and where. */
export const TargetFields = ({
  choices,
  draft,
  set,
  missing,
}: DraftFields & { readonly missing: readonly string[] }) => {
  const t = useWords('waitlist');
  const select = (
    name: 'appointmentType' | 'location',
    label: string,
    list: readonly { readonly documentId: string; readonly name: string }[],
  ) => (
    <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
      <Field.Root name={name} required error={missing.includes(name) && t('needed')}>
        <Field.Label>{label}</Field.Label>
        <SingleSelect value={draft[name]} onChange={(value) => set({ [name]: String(value) })}>
          {list.map(({ documentId, name: text }) => (
            <SingleSelectOption key={documentId} value={documentId}>
              {text}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Error />
      </Field.Root>
    </Grid.Item>
  );
  return (
    <>
      {draft.patient ? (
        <Flex justifyContent="space-between" gap={2}>
          <Typography fontWeight="bold">{draft.patient.name}</Typography>
          <Button variant="tertiary" onClick={() => set({ patient: undefined, typed: '' })}>
            {t('patient.other')}
          </Button>
        </Flex>
      ) : (
        <PatientPicker
          typed={draft.typed}
          onType={(typed) => set({ typed })}
          onPick={(patient) => set({ patient })}
          error={missing.includes('patient') ? t('needed') : undefined}
        />
      )}
      <Grid.Root gap={4}>
        {select('appointmentType', t('type'), choices.appointmentTypes)}
        {select('location', t('location'), choices.locations)}
      </Grid.Root>
    </>
  );
};
