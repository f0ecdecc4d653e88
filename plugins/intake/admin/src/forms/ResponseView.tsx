import {
  ProblemMessage,
  Skeleton,
  useFormats,
  useIntl,
  useLoaded,
  useMay,
  useWords,
} from '@enamel/access/admin';
import { Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { styled } from 'styled-components';
import { suggestAlerts } from '../../../server/src/domain/alerts.ts';
import type { Answer, Question, ResponseDetail } from '../../../shared/index.ts';
import { ResponseState } from './ResponseState.tsx';
import { ReviewForm } from './ReviewForm.tsx';

const Sheet = styled.article`
  display: grid;
  gap: 2.4rem;
  padding: 2.4rem;
  border-radius: 1.2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 0.8rem 1.6rem;
    align-items: center;
    justify-content: space-between;
  }
  section {
    display: grid;
    gap: 1.2rem;
  }
  dl {
    display: grid;
    gap: 0.8rem;
  }
  img {
    max-width: 32rem;
    padding: 0.8rem;
    border-radius: 0.8rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    background: #ffffff;
  }
  code {
    overflow-wrap: anywhere;
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

const Item = styled.div<{ $flagged: boolean }>`
  display: grid;
  gap: 0.4rem;
  padding: 0.8rem 1.2rem;
  border-radius: 0.8rem;
  border-inline-start: 3px solid
    ${({ theme, $flagged }) => ($flagged ? theme.colors.danger600 : theme.colors.neutral150)};
  background: ${({ theme, $flagged }) => ($flagged ? theme.colors.danger100 : 'transparent')};
  dt {
    color: ${({ theme }) => theme.colors.neutral600};
  }
  dd {
    display: flex;
    gap: 0.8rem;
    align-items: center;
    font-weight: 500;
    white-space: pre-wrap;
    color: ${({ theme, $flagged }) => ($flagged ? theme.colors.danger700 : theme.colors.neutral800)};
  }
  svg path {
    fill: currentColor;
  }
`;

interface Properties {
  readonly documentId: string;
  readonly onReviewed: () => void;
}

/** A form exactly as it was asked, with what was answered; answers to beware of stand out. */
export const ResponseView = ({ documentId, onReviewed }: Properties) => {
  const t = useWords('intake');
  const { locale } = useIntl();
  const may = useMay();
  const { moment, plainDate } = useFormats();
  const { get } = useFetchClient();
  const load = useCallback(
    async () => (await get<{ data: ResponseDetail }>(`/intake/responses/${documentId}`)).data.data,
    [get, documentId],
  );
  const loaded = useLoaded(load);
  if (loaded.state === 'loading') return <Skeleton lines={8} />;
  if (loaded.state === 'failed')
    return <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />;
  const response = loaded.data;

  const written = (question: Question, answer: Answer | undefined): string => {
    if (answer === undefined || answer === '') return t('unanswered');
    if (typeof answer === 'boolean') return t(answer ? 'yes' : 'no');
    if (Array.isArray(answer))
      return answer.length > 0
        ? new Intl.ListFormat(locale, { type: 'unit' }).format(answer)
        : t('unanswered');
    return question.type === 'date' ? plainDate(String(answer)) : String(answer);
  };
  const flagged = (question: Question) =>
    suggestAlerts([{ title: '', description: null, questions: [question] }], response.answers)
      .length > 0;

  return (
    <Sheet>
      <header>
        <div>
          <Typography variant="beta" tag="h2">
            {response.title}
          </Typography>
          <Typography textColor="neutral600" tag="p">
            {t('submitted', { moment: moment(response.submittedAt) })}
          </Typography>
        </div>
        <ResponseState status={response.status} />
      </header>
      {!response.intact && (
        <Typography textColor="danger700" role="alert">
          {t('not-intact')}
        </Typography>
      )}
      {response.sections.map((section) => (
        <section key={section.title}>
          <Typography variant="delta" tag="h3">
            {section.title}
          </Typography>
          <dl>
            {section.questions
              .filter(({ type }) => type !== 'signature')
              .map((question) => {
                const warns = flagged(question);
                return (
                  <Item key={question.key} $flagged={warns}>
                    <dt>{question.question}</dt>
                    <dd>
                      {warns && <WarningCircle width={14} height={14} aria-label={t('beware')} />}
                      {written(question, response.answers[question.key])}
                    </dd>
                  </Item>
                );
              })}
          </dl>
        </section>
      ))}
      {response.signature && (
        <section>
          <Typography variant="delta" tag="h3">
            {t('signature')}
          </Typography>
          <img
            src={response.signature}
            alt={t('signature.of', {
              name: `${response.patient.firstName} ${response.patient.lastName}`,
            })}
          />
          <code>SHA-256 {response.hash}</code>
        </section>
      )}
      {response.status === 'reviewed' && response.reviewedAt && (
        <Typography textColor="neutral600">
          {t('reviewed', { by: response.reviewedBy ?? '', moment: moment(response.reviewedAt) })}
        </Typography>
      )}
      {response.status === 'submitted' && may('plugin::intake.responses.review') && (
        <ReviewForm
          response={response}
          onReviewed={() => {
            void loaded.reload();
            onReviewed();
          }}
        />
      )}
    </Sheet>
  );
};
