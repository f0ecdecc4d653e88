import { type Problem, useWords } from '@enamel/access/admin';
import { Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { CalendarAppointment, StaffChange } from '../../../../shared/calendar.ts';
import type { KinVisit } from '../../../../shared/series.ts';
import type { Sheet } from '../board/blocks.ts';
import { DeskDialog } from '../book/DeskDialog.tsx';
import { type PlaceDraft, PlaceFields } from '../book/PlaceFields.tsx';
import type { ManyMove, ManyScope } from '../deskMany.ts';
import { instantOf, minutesOf, wallOf } from '../zoned.ts';
import { countOf, reachOf, type Scope, useKin } from './kin.ts';
import { ScopeField } from './ScopeField.tsx';

interface Properties {
  readonly sheet: Sheet;
  readonly visit: CalendarAppointment;
  readonly scope: Scope;
  /** Where it was dropped when that was refused. */
  readonly wanted: StaffChange | undefined;
  readonly problem: Problem | undefined;
  readonly busy: boolean;
  readonly onMove: (change: StaffChange) => void;
  readonly onMoveMany: (scope: ManyScope, to: ManyMove, kin: readonly KinVisit[]) => void;
  readonly onClose: () => void;
}

/** Moves a visit without dragging, or makes it longer; also where a refused drag goes on, with nothing lost. */
export const MoveDialog = (properties: Properties) => {
  const { sheet, visit, wanted, problem, busy, onMove, onMoveMany, onClose } = properties;
  const t = useWords('scheduling');
  const kin = useKin(visit);
  const [scope, setScope] = useState(properties.scope);
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
    const start = instantOf(`${draft.date}T${draft.time}`, sheet.zone);
    if (scope !== 'one') {
      const other = practitioner === visit.practitioner ? {} : { practitioner };
      onMoveMany(scope, { start, ...other }, reachOf(kin, scope));
      return;
    }
    onMove({
      start,
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
      doing={t(`move.${scope}`, { count: countOf(kin, scope) })}
      leaving={t(problem ? 'put-back' : 'leave')}
      onDo={() => move()}
      onChoose={
        scope === 'one'
          ? ({ start, practitioner }) =>
              onMove({
                start,
                practitioner,
                ...(draft.duration ? { duration: draft.duration } : {}),
              })
          : undefined
      }
      onOverbook={
        scope === 'one' ? (overbookReason) => move({ overbooked: true, overbookReason }) : undefined
      }
      onClose={onClose}
    >
      <Typography>
        {visit.patient?.name} · {visit.appointmentType?.name}
      </Typography>
      <ScopeField
        label={t('scope.move')}
        kin={kin}
        scope={scope}
        sheet={sheet}
        onChange={setScope}
      />
      {scope !== 'one' && <Typography textColor="neutral600">{t('move.many.hint')}</Typography>}
      <PlaceFields
        sheet={sheet}
        draft={draft}
        set={(change) => setDraft((before) => ({ ...before, ...change }))}
        missing={missing}
        type={visit.appointmentType?.documentId}
        usual={visit.appointmentType?.duration}
        brief={scope !== 'one'}
      />
    </DeskDialog>
  );
};
