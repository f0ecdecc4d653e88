import type { APIRoute } from 'astro';
import { calendarAnswer } from '../../../../../server/calendar-answer.ts';
import { linkWay } from '../../../../../server/visits.ts';

export const GET: APIRoute = ({ params, locals }) =>
  calendarAnswer(locals, linkWay(locals.language, params.token));
