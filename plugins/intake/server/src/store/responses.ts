import { rows, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Answers, Language, ResponseSummary, Section } from '../../../shared/index.ts';
import type { Frozen } from '../domain/frozen.ts';

const uid = 'api::questionnaire-response.questionnaire-response';

export interface KeptResponse {
  readonly documentId: string;
  readonly title: string;
  readonly language: Language;
  readonly status: 'submitted' | 'reviewed';
  readonly submittedAt: string;
  readonly reviewedAt: string | null;
  readonly reviewedBy: string | null;
  readonly questions: readonly Section[] | null;
  readonly answers: Answers | null;
  readonly dateOfBirth: string | null;
  readonly signature: string | null;
  readonly hash: string | null;
  readonly patient: { documentId: string; firstName: string; lastName: string } | null;
}

/** Keeps a submission. Join it to the transaction that spends the link. */
export const keepResponse = async (
  strapi: Core.Strapi,
  frozen: Frozen,
  about: { questionnaire: string; appointment: string | null; hash: string },
): Promise<string> => {
  const { patient, sections, answers, ...rest } = frozen;
  const created = await strapi.documents(uid).create({
    data: {
      ...rest,
      questions: sections as never,
      answers: answers as never,
      hash: about.hash,
      status: 'submitted',
      patient: { documentId: patient },
      questionnaire: { documentId: about.questionnaire },
      ...(about.appointment === null ? {} : { appointment: { documentId: about.appointment } }),
    },
  });
  return created.documentId;
};

export const findResponse = async (
  strapi: Core.Strapi,
  documentId: string,
): Promise<KeptResponse | null> =>
  (await strapi.documents(uid).findOne({
    documentId,
    populate: { patient: { fields: ['documentId', 'firstName', 'lastName'] } },
  })) as unknown as KeptResponse | null;

/** A patient's responses, the latest first. */
export const responsesOfPatient = (
  strapi: Core.Strapi,
  patient: string,
): Promise<ResponseSummary[]> =>
  rows<ResponseSummary>(
    strapi.db.connection,
    `select response.document_id as "documentId", response.title, response.language, response.status,
            to_char(response.submitted_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "submittedAt",
            to_char(response.reviewed_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "reviewedAt",
            response.reviewed_by as "reviewedBy"
     from questionnaire_responses response
     join questionnaire_responses_patient_lnk link on link.questionnaire_response_id = response.id
     join patients patient on patient.id = link.patient_id
     where patient.document_id = ?
     order by response.submitted_at desc nulls last, response.id desc`,
    [patient],
  );

/** Holds the response's row until the transaction ends and says where its review stands. */
export const lockStatus = async (
  trx: Transaction,
  documentId: string,
): Promise<'submitted' | 'reviewed' | undefined> =>
  (
    await rows<{ status: 'submitted' | 'reviewed' }>(
      trx,
      'select status from questionnaire_responses where document_id = ? for update',
      [documentId],
    )
  )[0]?.status;

export const markReviewed = async (
  strapi: Core.Strapi,
  documentId: string,
  review: { at: string; by: string },
): Promise<void> => {
  await strapi.documents(uid).update({
    documentId,
    data: { status: 'reviewed', reviewedAt: review.at, reviewedBy: review.by },
  });
};
