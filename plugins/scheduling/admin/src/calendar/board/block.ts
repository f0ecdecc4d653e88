import type { CalendarAppointment } from '../../../../shared/calendar.ts';
import { alertStroke, mark, strokes } from './marks.ts';

export const line = (className: string, ...content: (string | Node)[]): HTMLElement => {
  const element = document.createElement('span');
  element.className = className;
  element.append(...content);
  return element;
};

/** The stretches in which only the chair is needed, dotted, at their place in the block. */
const chairOnly = ({ start, end, chairOnly: absences }: CalendarAppointment): HTMLElement[] => {
  const [from, to] = [Date.parse(start), Date.parse(end)];
  const share = (instant: string) => ((Date.parse(instant) - from) / (to - from)) * 100;
  return absences.map((absence) => {
    const dots = line('visit-absent');
    dots.style.insetBlockStart = `${share(absence.start)}%`;
    dots.style.blockSize = `${share(absence.end) - share(absence.start)}%`;
    return dots;
  });
};

/**
 * What a block of the calendar shows: time and state, patient and alerts, type. `unseen` says in words what the picture
 * shows by place, colour and mark; a block is named by its content, so that the name holds what is seen.
 */
export const blockContent = (visit: CalendarAppointment, time: string, unseen: string): Node[] => [
  ...chairOnly(visit),
  line('visit-head', mark(strokes[visit.status], 'visit-mark'), line('visit-time', `${time} `)),
  line(
    'visit-name',
    `${visit.patient?.name ?? '–'} `,
    ...(visit.patient?.alerts.length ? [mark(alertStroke, 'visit-alert')] : []),
  ),
  line('visit-type', `${visit.appointmentType?.name ?? ''} `),
  line('visit-unseen', unseen),
];

/** Puts a time on a block whose visit a hand has moved. */
export const tellTime = (block: Element | null | undefined, time: string): void => {
  const shown = block?.querySelector('.visit-time');
  if (shown) shown.textContent = `${time} `;
};

/** What the place under the pointer says while a visit is dragged or a new one planned. */
export const previewContent = (time: string, words: readonly string[], free: boolean): Node[] => [
  line('visit-head', mark(free ? strokes.confirmed : alertStroke, 'visit-mark'), time),
  ...words.map((text) => line('preview-words', text)),
];
