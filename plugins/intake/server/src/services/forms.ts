import { openLink, spendLink } from '@enamel/access';
import { record } from '@enamel/audit';
import { ClinicError, type FieldProblem, invalid, missing } from '@enamel/kernel';
import { clockOf, emit, runAs, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Language, Section } from '../../../shared/index.ts';
import { isDate, readAnswers } from '../domain/answers.ts';
import { type Frozen, hashOf } from '../domain/frozen.ts';
import { isPngDataUrl } from '../domain/png.ts';
import { inLanguage, sectionsOf } from '../domain/questionnaire.ts';
import { sentenceOf } from '../domain/wording.ts';
import { forgetAttempts, takeAttempt } from '../store/attempts.ts';
import { type AskedPatient, askedPatient } from '../store/patients.ts';
import { activeHistoryForms, clinicLanguage } from '../store/questionnaires.ts';
import { keepResponse } from '../store/responses.ts';
import { askedVisit } from '../store/visits.ts';

/** Wrong birth dates that one link bears. */
const tries = 5;

interface AskedForm {
  readonly questionnaire: string;
  readonly title: string;
  readonly introduction: string | null;
  readonly language: Language;
  readonly sections: readonly Section[];
}

const formFor = async (strapi: Core.Strapi, patient: AskedPatient): Promise<AskedForm> => {
  const found = inLanguage(
    await activeHistoryForms(strapi),
    patient.language,
    await clinicLanguage(strapi),
  );
  if (!found) throw missing('FORM_MISSING', 'The clinic has no such form at the moment.');
  return {
    questionnaire: found.documentId,
    title: found.title,
    introduction: found.introduction || null,
    language: found.language,
    sections: sectionsOf(found),
  };
};

const opened = async (strapi: Core.Strapi, token: string) => {
  const link = await openLink(strapi, token, 'history-form');
  const patient = await askedPatient(strapi, link.patient);
  if (!patient) throw missing('LINK_INVALID', 'This link leads nowhere.');
  return { link, patient, form: await formFor(strapi, patient) };
};

/** The form that a link opens, as the patient is asked it. It tells nothing about the patient. */
export const readForm = async (strapi: Core.Strapi, token: string) => {
  const { link, form } = await opened(strapi, token);
  const visit = link.appointment === null ? undefined : await askedVisit(strapi, link.appointment);
  const { title, introduction, language, sections } = form;
  return {
    title,
    introduction,
    language,
    sections: sections.map((section) => ({
      ...section,
      questions: section.questions.map(({ raisesAlert: _hidden, ...question }) => question),
    })),
    appointment: visit
      ? { startsAt: visit.startsAt, zone: visit.zone, locationName: visit.locationName }
      : null,
  };
};

/** @throws DATE_OF_BIRTH_MISMATCH, or TOO_MANY_ATTEMPTS once the link's tries are used up */
const checkBirthDate = async (
  strapi: Core.Strapi,
  token: string,
  patient: AskedPatient,
  given: string,
  language: Language,
) => {
  if (patient.dateOfBirth === null) return;
  // The try is taken before the dates are compared, so that guesses sent at once count each.
  if ((await takeAttempt(strapi, token)) > tries)
    throw new ClinicError(
      'limited',
      'TOO_MANY_ATTEMPTS',
      'The date of birth was wrong too often. Please ask the clinic for a new link.',
    );
  const message = sentenceOf('birth-date-differs', language);
  if (patient.dateOfBirth !== given)
    throw invalid('DATE_OF_BIRTH_MISMATCH', message, {
      fields: [{ field: 'dateOfBirth', message }],
    });
  await forgetAttempts(strapi, token);
};

export interface Submission {
  readonly answers: Readonly<Record<string, unknown>>;
  /** `YYYY-MM-DD`. */
  readonly dateOfBirth: string;
  /** PNG data URL. */
  readonly signature: string;
}

const checked = (form: AskedForm, sent: Submission, today: string) => {
  const { answers, problems } = readAnswers(form.sections, sent.answers);
  const say = (problem: Parameters<typeof sentenceOf>[0]) => sentenceOf(problem, form.language);
  const fields: (FieldProblem & { key?: string })[] = problems.map(({ key, problem }) => ({
    field: `answers.${key}`,
    key,
    message: say(problem),
  }));
  if (!isDate(sent.dateOfBirth) || sent.dateOfBirth > today)
    fields.push({ field: 'dateOfBirth', message: say('not-a-date') });
  if (!isPngDataUrl(sent.signature))
    fields.push({ field: 'signature', message: say('not-a-signature') });
  if (fields.length > 0) throw invalid('VALIDATION_FAILED', say('form-has-problems'), { fields });
  return answers;
};

/** Keeps what a patient answered, frozen with the questions as asked, and spends the link: one response a link. */
export const submitForm = async (strapi: Core.Strapi, token: string, sent: Submission) => {
  const { link, patient, form } = await opened(strapi, token);
  const submittedAt = clockOf(strapi).now().toString({ smallestUnit: 'millisecond' });
  const answers = checked(form, sent, submittedAt.slice(0, 10));
  await checkBirthDate(strapi, token, patient, sent.dateOfBirth, form.language);
  const frozen: Frozen = {
    patient: link.patient,
    title: form.title,
    language: form.language,
    sections: form.sections,
    answers,
    dateOfBirth: sent.dateOfBirth,
    signature: sent.signature,
    submittedAt,
  };
  const documentId = await runAs({ kind: 'link', id: 'history-form', patient: link.patient }, () =>
    transaction(strapi, async (trx) => {
      await spendLink(strapi, trx, token);
      const response = await keepResponse(strapi, frozen, {
        questionnaire: form.questionnaire,
        appointment: link.appointment,
        hash: hashOf(frozen),
      });
      await record(strapi, trx, {
        action: 'intake.response.submitted',
        subject: 'questionnaire-response',
        subjectId: response,
        patientId: link.patient,
      });
      await emit(strapi, trx, 'questionnaire.answered', { response });
      return response;
    }),
  );
  return { documentId, submittedAt };
};
