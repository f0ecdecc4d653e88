import type { APIRoute } from 'astro';
import { calendarAnswer } from '../../../../server/calendar-answer.ts';
import { ownWay } from '../../../../server/visits.ts';

export const GET: APIRoute = ({ params, locals }) =>
  calendarAnswer(locals, ownWay(locals.language, params.id));
