import type { CalendarAppointment } from '../../../shared/calendar.ts';
import { alertStroke, mark, strokes } from './marks.ts';

const line = (className: string, ...content: (string | Node)[]): HTMLElement => {
  const element = document.createElement('span');
  element.className = className;
  element.append(...content);
  return element;
};

/**
 * What a block of the calendar shows: time and state, patient and alerts, type. `unseen` says in words what the picture
 * shows by place, colour and mark; a block is named by its content, so that the name holds what is seen.
 */
export const blockContent = (visit: CalendarAppointment, time: string, unseen: string): Node[] => [
  line('visit-head', mark(strokes[visit.status], 'visit-mark'), line('visit-time', `${time} `)),
  line(
    'visit-name',
    `${visit.patient?.name ?? '–'} `,
    ...(visit.patient?.alerts ? [mark(alertStroke, 'visit-alert')] : []),
  ),
  line('visit-type', `${visit.appointmentType?.name ?? ''} `),
  line('visit-unseen', unseen),
];
