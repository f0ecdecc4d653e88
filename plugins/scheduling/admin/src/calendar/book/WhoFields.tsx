import { useWords } from '@enamel/access/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { namesIn } from './booking.ts';
import { NewPatientFields } from './NewPatientFields.tsx';
import { PatientPicker } from './PatientPicker.tsx';
import type { Booking } from './useBooking.ts';

/** Whom the visit is for: somebody known, or somebody new. */
export const WhoFields = ({ booking: { draft, set, missing } }: { booking: Booking }) => {
  const t = useWords('scheduling');
  if (draft.patient)
    return (
      <Flex justifyContent="space-between" gap={3}>
        <Typography fontWeight="semiBold">{draft.patient.name}</Typography>
        <Button variant="ghost" onClick={() => set({ patient: undefined })}>
          {t('patient.other')}
        </Button>
      </Flex>
    );
  if (draft.newPatient)
    return (
      <>
        <NewPatientFields
          value={draft.newPatient}
          errors={Object.fromEntries(missing.map((name) => [name, t('needed')]))}
          onChange={(newPatient) => set({ newPatient })}
        />
        <div>
          <Button variant="ghost" onClick={() => set({ newPatient: undefined })}>
            {t('patient.find')}
          </Button>
        </div>
      </>
    );
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <PatientPicker
        typed={draft.typed}
        error={missing.includes('patient') ? t('needed') : undefined}
        onType={(typed) => set({ typed })}
        onPick={(patient) => set({ patient })}
      />
      <div>
        <Button variant="tertiary" onClick={() => set({ newPatient: namesIn(draft.typed) })}>
          {t('patient.new')}
        </Button>
      </div>
    </Flex>
  );
};
