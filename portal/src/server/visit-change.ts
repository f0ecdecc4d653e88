/** Moving and cancelling a visit, whichever way somebody reached it. */

import type { z } from 'zod';
import { readSlotValue, type Slot } from '../lib/slots.ts';
import { dataOf } from './api.ts';
import { managed, manyAnswer } from './contracts.ts';
import { type Problems, postedForm, problemsOf, type Values, valuesOf } from './form.ts';
import { type FreeTimes, freeTimes, plainDay } from './free-times.ts';
import { chosenSlot, type Refusal, refusal } from './refusal.ts';
import { linkWay, type ShownVisit, show, visitAt, type Way } from './visits.ts';

interface Context {
  readonly locals: App.Locals;
  readonly request: Request;
  readonly response: ResponseInit;
  readonly url: URL;
}

export type Many = z.infer<typeof manyAnswer>;

const scopes = ['following', 'group'];

/** What was changed with the visit, when more than that one was asked for. */
const manyOf = async (
  { api }: App.Locals,
  way: Way,
  values: Values,
  what: 'cancel' | 'reschedule',
  body: object,
): Promise<Many | undefined> => {
  const { scope = '' } = values;
  if (!scopes.includes(scope)) return undefined;
  return (await api.post(`${way.api}/${scope}/${what}`, dataOf(manyAnswer), { body })).data;
};

interface Gone {
  readonly to: string;
}

export interface Cancelling {
  readonly way: Way;
  readonly shown: ShownVisit;
  readonly values: Values;
  readonly problems: Problems;
  readonly many?: Many | undefined;
}

export const cancelling = async (context: Context, way: Way): Promise<Cancelling | Gone> => {
  const { locals, request, response } = context;
  const shown = show(await visitAt(locals, way), locals.catalogue);
  if (request.method !== 'POST') return { way, shown, values: {}, problems: {} };
  const values = valuesOf(await postedForm(request));
  const { texts, api } = locals;
  if (shown.visit.status === 'cancelled') {
    response.status = 409;
    return { way, shown, values, problems: {} };
  }
  response.status = 400;
  if (!values.reason)
    return { way, shown, values, problems: { reason: texts.problems.cancelReason } };
  // It became late while the page was open: nobody has agreed to that yet.
  if (shown.late && !values.late)
    return { way, shown, values, problems: { form: texts.problems.cancelLate } };
  try {
    const body = { reason: values.reason };
    const many = await manyOf(locals, way, values, 'cancel', body);
    if (many) {
      response.status = 200;
      return { way, shown, values, problems: {}, many };
    }
    await api.raw('POST', `${way.api}/cancel`, { body });
    return { to: `${way.home}?done=cancelled` };
  } catch (error) {
    return { way, shown, values, problems: problemsOf(error, texts) };
  }
};

export interface Moving {
  readonly way: Way;
  readonly shown: ShownVisit;
  /** The time to be checked, once one is chosen. */
  readonly chosen: Pick<Slot, 'start' | 'practitioner'> | undefined;
  readonly times: FreeTimes | undefined;
  readonly refused: Refusal | undefined;
  readonly problem: string | undefined;
  readonly many?: Many | undefined;
}

/** A visit moved by its link answers a new link. */
const homeAfter = async ({ api, language }: App.Locals, way: Way, body: object) => {
  const path = `${way.api}/reschedule`;
  const { data } = await api.post(path, dataOf(managed.partial()), { body });
  return data.manage ? linkWay(language, data.manage).home : way.home;
};

export const moving = async (context: Context, way: Way): Promise<Moving | Gone> => {
  const { locals, request, response, url } = context;
  const { texts, catalogue, api } = locals;
  const shown = show(await visitAt(locals, way), catalogue);
  const { visit, zone } = shown;
  const slot = readSlotValue(url.searchParams.get('slot'));
  let refused: Refusal | undefined;
  if (request.method === 'POST' && visit.status === 'cancelled') response.status = 409;
  else if (request.method === 'POST' && slot) {
    const values = valuesOf(await postedForm(request));
    const wanted = chosenSlot(values, slot);
    try {
      const many = await manyOf(locals, way, values, 'reschedule', wanted);
      if (many)
        return { way, shown, chosen: slot, times: undefined, refused, problem: undefined, many };
      return { to: `${await homeAfter(locals, way, wanted)}?done=moved` };
    } catch (error) {
      refused = refusal(error, texts);
      response.status = refused.status;
    }
  }
  const asked = plainDay(url.searchParams.get('from'));
  const { appointmentType, location, practitioner } = visit;
  const times =
    !slot && shown.changeable && appointmentType && location
      ? await freeTimes(
          api,
          { appointmentType, location, practitioner: practitioner ?? undefined, zone },
          asked,
        )
      : undefined;
  const forgot = url.searchParams.has('choose') && !slot && !asked;
  const problem = forgot ? texts.problems.chooseTime : undefined;
  return { way, shown, chosen: slot, times, refused, problem };
};
