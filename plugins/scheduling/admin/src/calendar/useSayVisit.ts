import { useFormats, useWords } from '@enamel/access/admin';
import type { CalendarAppointment } from '../../../shared/calendar.ts';
import type { Sheet } from './blocks.ts';

/** Visits in words: `describe` names one, `unseen` adds to a block what its colours and place show to the eye. */
export const useSayVisit = (sheet: Sheet | undefined) => {
  const t = useWords('scheduling');
  const { day, moment } = useFormats();
  return {
    describe: ({ start, patient, appointmentType }: CalendarAppointment) =>
      [moment(start, sheet?.zone), patient?.name, appointmentType?.name].filter(Boolean).join(', '),
    unseen: ({ start, patient, practitioner, status }: CalendarAppointment) =>
      [
        day(start, sheet?.zone),
        sheet?.practitioners.find(({ documentId }) => documentId === practitioner)?.name,
        t(`state.${status}`),
        patient?.alerts ? t('alerts', { count: patient.alerts }) : '',
      ]
        .filter(Boolean)
        .join(', '),
  };
};
