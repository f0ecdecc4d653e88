import { useWords } from '@enamel/access/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { namesIn, type WhoDraft } from './booking.ts';
import { NewPatientFields } from './NewPatientFields.tsx';
import { PatientPicker } from './PatientPicker.tsx';

interface Properties {
  readonly who: WhoDraft;
  readonly set: (change: Partial<WhoDraft>) => void;
  readonly missing: readonly string[];
}

/** Whom the visit is for: somebody known, or somebody new. */
export const WhoFields = ({ who, set, missing }: Properties) => {
  const t = useWords('scheduling');
  if (who.patient)
    return (
      <Flex justifyContent="space-between" gap={3}>
        <Typography fontWeight="semiBold">{who.patient.name}</Typography>
        <Button variant="ghost" onClick={() => set({ patient: undefined })}>
          {t('patient.other')}
        </Button>
      </Flex>
    );
  if (who.newPatient)
    return (
      <>
        <NewPatientFields
          value={who.newPatient}
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
        typed={who.typed}
        error={missing.includes('patient') ? t('needed') : undefined}
        onType={(typed) => set({ typed })}
        onPick={(patient) => set({ patient })}
      />
      <div>
        <Button variant="tertiary" onClick={() => set({ newPatient: namesIn(who.typed) })}>
          {t('patient.new')}
        </Button>
      </div>
    </Flex>
  );
};
