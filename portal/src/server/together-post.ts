/** Sending visits back to back to the clinic. */
import type { Slot } from '../lib/slots.ts';
import { ApiProblem } from './api.ts';
import type { Outcome } from './booking-post.ts';
import { draftOf } from './draft.ts';
import type { Values } from './form.ts';
import { chosenSlot } from './refusal.ts';
import { signedOut, writeSession } from './session.ts';
import type { Whole } from './together.ts';
import { bookTogether, refusedTogether } from './together-api.ts';

type Context = Parameters<typeof writeSession>[0] & { locals: App.Locals; url: URL };

export const confirmTogether = async (
  context: Context,
  chosen: Whole,
  slot: Pick<Slot, 'start' | 'practitioner'>,
  values: Values,
): Promise<Outcome> => {
  const { locals, url } = context;
  const { language, texts } = locals;
  const draft = draftOf(values);
  const { reason } = draft;
  try {
    const wanted = chosenSlot(values, slot);
    const sent = { key: values.key ?? '', reason };
    const group = await bookTogether(locals, chosen, wanted, sent);
    const { draft: _sent, ...rest } = locals.session;
    await writeSession(context, rest);
    return { kind: 'go', to: `/${language}/book/together/done?group=${group}` };
  } catch (error) {
    if (!(error instanceof ApiProblem && error.status === 401))
      return refusedTogether(error, chosen, texts);
    await writeSession(context, { ...signedOut(locals.session), draft });
    const back = encodeURIComponent(`${url.pathname}${url.search}`);
    return { kind: 'go', to: `/${language}/sign-in?expired=1&next=${back}` };
  }
};
