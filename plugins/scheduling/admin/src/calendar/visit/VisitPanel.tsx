import { AlertList, useFormats, useMay, useWords, VisitState } from '@enamel/access/admin';
import { Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross, Phone } from '@strapi/icons';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import type { CalendarAppointment } from '../../../../shared/calendar.ts';
import { permissions } from '../../../../shared/permissions.ts';
import { type AppointmentStatus, isMovable } from '../../../../shared/statuses.ts';
import { FillLink } from '../../wait-list/FillLink.tsx';
import type { Sheet } from '../board/blocks.ts';
import { useWhen } from '../useWhen.ts';
import { History } from './History.tsx';
import { PanelFrame } from './PanelFrame.tsx';

interface Properties {
  readonly sheet: Sheet;
  readonly visit: CalendarAppointment;
  readonly busy: boolean;
  readonly onStatus: (to: AppointmentStatus) => void;
  readonly onMove: () => void;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

/** One visit beside the calendar: who, why, what to beware of, and what can happen next. */
export const VisitPanel = (properties: Properties) => {
  const { sheet, visit, busy, onStatus, onMove, onCancel, onClose } = properties;
  const t = useWords('scheduling');
  const may = useMay();
  const { time } = useFormats();
  const when = useWhen(sheet);
  const heading = useRef<HTMLHeadingElement>(null);
  const patient = visit.patient?.documentId;

  useEffect(() => heading.current?.focus(), [visit.documentId]);

  const nameIn = (list: readonly { documentId: string; name: string }[], id: string | null) =>
    list.find(({ documentId }) => documentId === id)?.name;
  const facts: [string, string | null | undefined][] = [
    [t('type'), visit.appointmentType?.name],
    [t('practitioner'), nameIn(sheet.practitioners, visit.practitioner)],
    [t('chair'), nameIn(sheet.chairs, visit.chair)],
    [t('reason'), visit.reason],
    [t('notes'), visit.notes],
    [t('overbooked'), visit.overbooked ? visit.overbookReason : null],
    [t('arrivedAt'), visit.arrivedAt && time(visit.arrivedAt, sheet.zone)],
    [t('seatedAt'), visit.seatedAt && time(visit.seatedAt, sheet.zone)],
    [t('cancelReason'), visit.cancelReason],
  ];
  const [usual, ...others] = visit.moves.filter((to) => to !== 'cancelled');
  const mayChange = may(permissions.change);

  return (
    <PanelFrame
      aria-label={t('visit')}
      style={{ ['--type' as string]: visit.appointmentType?.color ?? 'transparent' }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <Flex justifyContent="space-between" alignItems="flex-start" gap={2}>
        <div>
          <Typography
            variant="beta"
            tag="h2"
            ref={heading}
            tabIndex={-1}
            style={{ outline: 'none' }}
          >
            {visit.patient?.name ?? t('visit')}
          </Typography>
          <Typography textColor="neutral600" tag="p">
            {`${when(visit.start)}–${time(visit.end, sheet.zone)}`}
          </Typography>
        </div>
        <IconButton label={t('close')} variant="ghost" onClick={onClose}>
          <Cross />
        </IconButton>
      </Flex>
      <Flex gap={3} wrap="wrap">
        <VisitState status={visit.status} />
        {visit.patient?.phone && (
          <a href={`tel:${visit.patient.phone}`}>
            <Phone width="12" height="12" aria-hidden fill="currentColor" /> {visit.patient.phone}
          </a>
        )}
      </Flex>
      <AlertList alerts={visit.patient?.alerts ?? []} />
      <dl>
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {mayChange && (usual || visit.moves.length > 0) && (
        <Flex direction="column" alignItems="stretch" gap={2}>
          {usual && (
            <Button size="L" fullWidth disabled={busy} onClick={() => onStatus(usual)}>
              {t(`do.${usual}`)}
            </Button>
          )}
          <Flex gap={2} wrap="wrap">
            {others.map((to) => (
              <Button key={to} variant="tertiary" disabled={busy} onClick={() => onStatus(to)}>
                {t(`do.${to}`)}
              </Button>
            ))}
            {isMovable(visit.status) && (
              <Button variant="tertiary" disabled={busy} onClick={onMove}>
                {t('move')}
              </Button>
            )}
            {visit.moves.includes('cancelled') && (
              <Button variant="danger-light" disabled={busy} onClick={onCancel}>
                {t('cancel')}
              </Button>
            )}
          </Flex>
        </Flex>
      )}
      <History key={visit.documentId} visit={visit} zone={sheet.zone} />
      <FillLink visit={visit.documentId} status={visit.status} />
      {patient && may('plugin::access.patients.read') && (
        <Link to={`/plugins/access/patients/${patient}`}>{t('patient.open')}</Link>
      )}
    </PanelFrame>
  );
};
