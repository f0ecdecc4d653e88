import { type Problem, useWords } from '@enamel/access/admin';
import { Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { CalendarAppointment, StaffChange } from '../../../../shared/calendar.ts';
import type { Sheet } from '../board/blocks.ts';
import { DeskDialog } from '../book/DeskDialog.tsx';
import { type PlaceDraft, PlaceFields } from '../book/PlaceFields.tsx';
import { instantOf, minutesOf, wallOf } from '../zoned.ts';

interface Properties {
  readonly sheet: Sheet;
  readonly visit: CalendarAppointment;
  /** Where it was dropped when that was refused. */
  readonly wanted: StaffChange | undefined;
  readonly problem: Problem | undefined;
  readonly busy: boolean;
  readonly onMove: (change: StaffChange) => void;
  readonly onClose: () => void;
}

/** Moves a visit without dragging, or makes it longer; also where a refused drag goes on, with nothing lost. */
export const MoveDialog = (properties: Properties) => {
  const { sheet, visit, wanted, problem, busy, onMove, onClose } = properties;
  const t = useWords('scheduling');
  const [draft, setDraft] = useState<PlaceDraft>(() => {
    const wall = wallOf(wanted?.start ?? visit.start, sheet.zone);
    return {
      date: wall.slice(0, 10),
      time: wall.slice(11),
      practitioner: wanted?.practitioner ?? visit.practitioner ?? '',
      chair: wanted?.chair ?? visit.chair ?? '',
      duration: wanted?.duration ?? minutesOf(visit),
    };
  });
  const missing = (['practitioner', 'date', 'time'] as const).filter((name) => !draft[name]);
  const move = (more: Partial<StaffChange> = {}) => {
    if (missing.length > 0) return;
    const { practitioner, chair, duration } = draft;
    onMove({
      start: instantOf(`${draft.date}T${draft.time}`, sheet.zone),
      practitioner,
      ...(duration ? { duration } : {}),
      ...(chair && chair !== visit.chair ? { chair } : {}),
      ...more,
    });
  };
  return (
    <DeskDialog
      title={t('move.title')}
      sheet={sheet}
      problem={problem}
      busy={busy}
      doing={t('move.do')}
      leaving={t(problem ? 'put-back' : 'leave')}
      onDo={() => move()}
      onChoose={({ start, practitioner }) =>
        onMove({ start, practitioner, ...(draft.duration ? { duration: draft.duration } : {}) })
      }
      onOverbook={(overbookReason) => move({ overbooked: true, overbookReason })}
      onClose={onClose}
    >
      <Typography>
        {visit.patient?.name} · {visit.appointmentType?.name}
      </Typography>
      <PlaceFields
        sheet={sheet}
        draft={draft}
        set={(change) => setDraft((before) => ({ ...before, ...change }))}
        missing={missing}
        type={visit.appointmentType?.documentId}
        usual={visit.appointmentType?.duration}
      />
    </DeskDialog>
  );
};
