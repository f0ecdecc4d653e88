/** One visit as a file for the visitor's own calendar. */
import { portalUrl } from '@enamel/config';
import { calendarText, eventId } from '@enamel/kernel';
import { now } from './clock.ts';
import { show, visitAt, type Way } from './visits.ts';

const statuses: Record<string, 'TENTATIVE' | 'CANCELLED'> = {
  pending: 'TENTATIVE',
  cancelled: 'CANCELLED',
};

export const calendarAnswer = async (locals: App.Locals, way: Way): Promise<Response> => {
  const { catalogue } = locals;
  const data = await visitAt(locals, way);
  const shown = show(data, catalogue);
  const event = {
    uid: eventId(data.documentId),
    sequence: data.sequence ?? 0,
    writtenAt: now().epochMilliseconds,
    start: Date.parse(data.start),
    end: Date.parse(data.end),
    status: statuses[data.status] ?? 'CONFIRMED',
    summary: `${shown.service} – ${catalogue.clinic.name}`,
    location: [shown.place, shown.address].filter(Boolean).join(', '),
    description: [shown.who, shown.phone].filter(Boolean).join('\n'),
    url: `${portalUrl()}${way.home}`,
  } as const;
  const file = calendarText({ method: 'PUBLISH', events: [event] });
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="visit.ics"',
    },
  });
};
