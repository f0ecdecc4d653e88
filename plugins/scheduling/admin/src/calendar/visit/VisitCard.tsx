import { useFormats, useWords, VisitState } from '@enamel/access/admin';
import { Phone, WarningCircle } from '@strapi/icons';
import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { styled } from 'styled-components';
import type { CalendarAppointment } from '../../../../shared/calendar.ts';
import type { Sheet } from '../board/blocks.ts';

const Frame = styled.div`
  position: fixed;
  z-index: 6;
  width: 28rem;
  max-width: calc(100vw - 1.6rem);
  padding: 1.2rem 1.6rem;
  display: grid;
  gap: 0.6rem;
  border-radius: 12px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-block-start: 4px solid var(--type);
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
  font-size: 1.3rem;
  font-variant-numeric: tabular-nums;
  strong {
    font-size: 1.5rem;
    font-weight: 600;
  }
  .head {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 0.8rem;
  }
  .quiet {
    color: ${({ theme }) => theme.colors.neutral600};
  }
  .alert {
    display: flex;
    gap: 0.6rem;
    align-items: center;
    font-weight: 600;
    color: ${({ theme }) => theme.colors.danger700};
  }
  .alert svg path {
    fill: currentColor;
  }
`;

interface Properties {
  readonly id: string;
  readonly sheet: Sheet;
  readonly visit: CalendarAppointment;
  readonly block: HTMLElement;
  readonly hold: {
    readonly onMouseEnter: () => void;
    readonly onMouseLeave: () => void;
  };
}

const gap = 8;

/** What one wants to know of a visit at a glance, beside its block. */
export const VisitCard = ({ id, sheet, visit, block, hold }: Properties) => {
  const t = useWords('scheduling');
  const { time } = useFormats();
  const frame = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const { current } = frame;
    if (!current) return;
    const at = block.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = current;
    const fitsRight = at.right + gap + width <= window.innerWidth;
    const left = fitsRight ? at.right + gap : at.left - gap - width;
    const top = Math.min(at.top, window.innerHeight - height - gap);
    current.style.left = `${Math.max(gap, Math.min(left, window.innerWidth - width - gap))}px`;
    current.style.top = `${Math.max(gap, left < gap ? at.bottom + gap : top)}px`;
    block.setAttribute('aria-describedby', id);
    return () => block.removeAttribute('aria-describedby');
  });

  const nameIn = (list: readonly { documentId: string; name: string }[], of: string | null) =>
    list.find(({ documentId }) => documentId === of)?.name.trim();
  const next = visit.moves
    .filter((to) => to !== 'cancelled')
    .map((to) => t(`do.${to}`))
    .join(' · ');
  return createPortal(
    <Frame
      ref={frame}
      id={id}
      role="tooltip"
      style={{ ['--type' as string]: visit.appointmentType?.color ?? 'transparent' }}
      {...hold}
    >
      <div className="head">
        <strong>{visit.patient?.name ?? '–'}</strong>
        <VisitState status={visit.status} />
      </div>
      <div>
        {`${time(visit.start, sheet.zone)}–${time(visit.end, sheet.zone)} · ${visit.appointmentType?.name ?? ''}`}
      </div>
      <div className="quiet">
        {[
          nameIn(sheet.practitioners, visit.practitioner),
          nameIn(sheet.practitioners, visit.assistant),
          nameIn(sheet.chairs, visit.chair),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {visit.patient?.alerts.map(({ text }) => (
        <div key={text} className="alert">
          <WarningCircle width="14" height="14" aria-hidden />
          {text}
        </div>
      ))}
      {visit.patient?.phone && (
        <div>
          <Phone width="12" height="12" fill="currentColor" aria-hidden /> {visit.patient.phone}
        </div>
      )}
      {visit.reason && <div>{visit.reason}</div>}
      {visit.overbooked && (
        <div className="quiet">{`${t('overbooked')}: ${visit.overbookReason ?? ''}`}</div>
      )}
      {next && <div className="quiet">{t('next', { moves: next })}</div>}
    </Frame>,
    document.body,
  );
};
