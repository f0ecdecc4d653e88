/** The steps of a form behind a link: fill, check and sign, sent. Nothing is kept here between them. */
import { ApiProblem, dataOf } from './api.ts';
import { type Form, form as formSchema } from './contracts.ts';
import { dateOf, type Problems, postedForm, problemsOf, type Values } from './form.ts';
import { type Answers, questionsOf, readAnswers, signatureOf } from './history-form.ts';

interface Context {
  readonly request: Request;
  readonly locals: App.Locals;
}

export type Played =
  | { readonly kind: 'sent' }
  | {
      readonly kind: 'link';
      readonly status: number;
      readonly title: string;
      readonly text: string;
    }
  | {
      readonly kind: 'form';
      readonly step: 'fill' | 'check';
      readonly form: Form;
      readonly data: FormData | undefined;
      readonly values: Values;
      readonly answers: Answers;
      readonly problems: Problems;
    };

const linkProblem = (error: unknown, { forms }: App.Locals['texts']): Played => {
  if (!(error instanceof ApiProblem)) throw error;
  if (error.code === 'LINK_USED')
    return { kind: 'link', status: 410, title: forms.usedTitle, text: forms.used };
  if (error.code === 'LINK_EXPIRED')
    return { kind: 'link', status: 410, title: forms.expiredTitle, text: forms.expired };
  if (error.code === 'LINK_INVALID' || error.status === 404 || error.status === 400)
    return { kind: 'link', status: 404, title: forms.invalidTitle, text: forms.invalid };
  throw error;
};

/** What the API found, at the questions as this page names them. */
const refused = (error: unknown, form: Form, texts: App.Locals['texts']): Problems => {
  const keys = new Set(questionsOf(form).map(({ key }) => key));
  return Object.fromEntries(
    Object.entries(problemsOf(error, texts)).map(([field, problem]) => {
      const key = field.replace(/^answers\./, '');
      return [keys.has(key) ? `q-${key}` : field, problem];
    }),
  );
};

export const playForm = async ({ request, locals }: Context, token: string): Promise<Played> => {
  const { api, texts, language } = locals;
  const path = `/intake/forms/${encodeURIComponent(token)}`;
  let form: Form;
  try {
    form = (await api.get(path, dataOf(formSchema), { query: { language } })).data;
  } catch (error) {
    return linkProblem(error, texts);
  }
  if (request.method !== 'POST')
    return {
      kind: 'form',
      step: 'fill',
      form,
      data: undefined,
      values: {},
      answers: {},
      problems: {},
    };
  const data = await postedForm(request);
  const { values, answers, problems } = readAnswers(form, data, texts);
  const at = (step: 'fill' | 'check', found: Problems = {}): Played => ({
    kind: 'form',
    step,
    form,
    data,
    values,
    answers,
    problems: found,
  });
  if (values.intent === 'edit') return at('fill');
  if (Object.keys(problems).length > 0) return at('fill', problems);
  if (values.intent !== 'send') return at('check');
  const dateOfBirth = dateOf(values, 'dateOfBirth');
  const signature = signatureOf(values, 'signature');
  const own: Problems = {
    ...(dateOfBirth ? {} : { dateOfBirth: texts.problems.dateOfBirth }),
    ...(signature ? {} : { signature: texts.problems.signature }),
  };
  if (Object.keys(own).length > 0) return at('check', own);
  try {
    await api.raw('POST', path, { body: { answers, dateOfBirth, signature } });
    return { kind: 'sent' };
  } catch (error) {
    if (error instanceof ApiProblem && error.code.startsWith('LINK_'))
      return linkProblem(error, texts);
    const found = refused(error, form, texts);
    return at(Object.keys(found).some((field) => field.startsWith('q-')) ? 'fill' : 'check', found);
  }
};
