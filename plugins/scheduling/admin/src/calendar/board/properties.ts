import type { CalendarAppointment } from '../../../../shared/calendar.ts';
import type { Column, Off, Sheet } from './blocks.ts';
import type { Clash } from './clash.ts';

export interface Place {
  /** `YYYY-MM-DDTHH:mm` in the location's zone. */
  readonly wall: string;
  /** Document id of the column's practitioner or chair. */
  readonly column: string | undefined;
  /** How long, when a span was drawn. */
  readonly minutes: number | undefined;
}

export interface BoardProperties {
  readonly sheet: Sheet;
  readonly by: Column;
  readonly who: string;
  readonly mayMove: boolean;
  readonly chosen: string | undefined;
  readonly label: string;
  readonly isShown: (visit: CalendarAppointment) => boolean;
  /** What of a visit is only seen by place, colour and mark. */
  readonly sayVisit: (visit: CalendarAppointment) => string;
  readonly sayOff: (off: Off) => string;
  readonly sayClash: (clash: Clash) => string;
  readonly sayFree: string;
  readonly onVisit: (visit: CalendarAppointment) => void;
  readonly onFree: (place: Place) => void;
  readonly onGrab: () => void;
  readonly onDrop: (visit: CalendarAppointment, place: Place, putBack: () => void) => void;
  readonly onResize: (visit: CalendarAppointment, minutes: number, putBack: () => void) => void;
}
