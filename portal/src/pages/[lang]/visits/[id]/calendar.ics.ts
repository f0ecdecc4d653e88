import { portalUrl } from '@enamel/config';
import type { APIRoute } from 'astro';
import { calendarFile } from '../../../../lib/calendar-file.ts';
import { now } from '../../../../server/clock.ts';
import { ownVisit, show } from '../../../../server/visits.ts';

export const GET: APIRoute = async ({ params, locals }) => {
  const { catalogue, language } = locals;
  const data = await ownVisit(locals, params.id);
  const shown = show(data, catalogue);
  const file = calendarFile(
    {
      uid: `${data.documentId}@enamel`,
      sequence: data.sequence ?? 0,
      start: data.start,
      end: data.end,
      summary: `${shown.service}, ${catalogue.clinic.name}`,
      location: [shown.place, shown.address].filter(Boolean).join(', '),
      description: [shown.who, shown.phone].filter(Boolean).join('\n'),
      url: `${portalUrl()}/${language}/visits`,
    },
    now().toString(),
  );
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="visit.ics"',
    },
  });
};
