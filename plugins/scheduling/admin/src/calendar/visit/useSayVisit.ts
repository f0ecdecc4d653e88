import { useFormats, useWords } from '@enamel/access/admin';
import type { CalendarAppointment } from '../../../../shared/calendar.ts';
import type { Off, Sheet } from '../board/blocks.ts';
import type { Clash } from '../board/clash.ts';
import { useOwnName } from '../useOwnName.ts';

const nameIn = (
  list: readonly { readonly documentId: string; readonly name: string }[] | undefined,
  id: string | null,
) => list?.find(({ documentId }) => documentId === id)?.name;

/** The calendar's picture in words: what blocks show by colour and place, why a stretch is hatched, what is in the way. */
export const useSayVisit = (sheet: Sheet | undefined) => {
  const t = useWords('scheduling');
  const { day, moment, time } = useFormats();
  const name = useOwnName();
  const off = ({ kind, reason, holiday, until }: Off): string => {
    if (until) return t(`off.${kind}`, { until: moment(until, sheet?.zone) });
    return holiday ? name(holiday) : reason?.trim() || t(`off.${kind}`);
  };
  return {
    describe: ({ start, patient, appointmentType }: CalendarAppointment) =>
      [moment(start, sheet?.zone), patient?.name, appointmentType?.name].filter(Boolean).join(', '),
    unseen: ({
      start,
      patient,
      practitioner,
      status,
      chairOnly,
      overbooked,
    }: CalendarAppointment) =>
      [
        day(start, sheet?.zone),
        nameIn(sheet?.practitioners, practitioner),
        t(`state.${status}`),
        overbooked ? t('overbooked') : '',
        ...chairOnly.map((absence) =>
          t('chair-only', {
            from: time(absence.start, sheet?.zone),
            to: time(absence.end, sheet?.zone),
          }),
        ),
        patient?.alerts.length ? t('alerts', { count: patient.alerts.length }) : '',
      ]
        .filter(Boolean)
        .join(', '),
    off,
    clash: (clash: Clash): string => {
      if (clash.kind === 'off')
        return clash.off.until ? off(clash.off) : t('clash.off', { why: off(clash.off) });
      if ('visit' in clash)
        return t(`clash.${clash.kind}`, {
          name: clash.visit.patient?.name ?? '',
          when: `${time(clash.visit.start, sheet?.zone)}–${time(clash.visit.end, sheet?.zone)}`,
        });
      return t(`clash.${clash.kind}`);
    },
  };
};
