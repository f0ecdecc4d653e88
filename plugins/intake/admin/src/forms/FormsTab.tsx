import {
  EmptyState,
  type PatientTabProps,
  ProblemMessage,
  Skeleton,
  useFormats,
  useLoaded,
  useMay,
  useWords,
} from '@enamel/access/admin';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { styled } from 'styled-components';
import type { ResponseSummary } from '../../../shared/index.ts';
import { ResponseState } from './ResponseState.tsx';
import { ResponseView } from './ResponseView.tsx';
import { SendForm } from './SendForm.tsx';

const Head = styled.div`
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  align-items: center;
  gap: 1.2rem;
  margin-block-end: 1.6rem;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

const Columns = styled.div`
  display: grid;
  grid-template-columns: 28rem minmax(0, 1fr);
  gap: 2.4rem;
  align-items: start;
  @media (max-width: 64rem) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

const List = styled.ul`
  display: grid;
  gap: 0.8rem;
  button {
    width: 100%;
    display: grid;
    gap: 0.8rem;
    justify-items: start;
    padding: 1.2rem 1.6rem;
    border-radius: 0.8rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral150};
    background: ${({ theme }) => theme.colors.neutral0};
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: 1.4rem;
    text-align: start;
    cursor: pointer;
  }
  button[aria-current='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary100};
  }
  strong {
    font-weight: 600;
  }
  time {
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

/** What the patient answered, form by form, and a new form to send. */
export const FormsTab = ({ patient }: PatientTabProps) => {
  const t = useWords('intake');
  const may = useMay();
  const { moment } = useFormats();
  const { get } = useFetchClient();
  const load = useCallback(
    async () =>
      (await get<{ data: ResponseSummary[] }>(`/intake/patients/${patient.documentId}/responses`))
        .data.data,
    [get, patient.documentId],
  );
  const loaded = useLoaded(load);
  const [wanted, setWanted] = useState<string>();
  if (loaded.state === 'loading') return <Skeleton lines={6} />;
  if (loaded.state === 'failed')
    return <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />;
  const responses = loaded.data;
  const shown = responses.find(({ documentId }) => documentId === wanted) ?? responses[0];
  const send = may('plugin::intake.links.send') && <SendForm patient={patient} />;
  if (!shown)
    return <EmptyState title={t('empty')} hint={t('empty.hint')} action={send || undefined} />;
  return (
    <>
      <Head>
        <span>{t('count', { count: responses.length })}</span>
        {send}
      </Head>
      <Columns>
        <List aria-label={t('list')}>
          {responses.map((response) => (
            <li key={response.documentId}>
              <button
                type="button"
                aria-current={response.documentId === shown.documentId}
                onClick={() => setWanted(response.documentId)}
              >
                <strong>{response.title}</strong>
                <time dateTime={response.submittedAt}>{moment(response.submittedAt)}</time>
                <ResponseState status={response.status} />
              </button>
            </li>
          ))}
        </List>
        <ResponseView
          key={shown.documentId}
          documentId={shown.documentId}
          onReviewed={() => void loaded.reload()}
        />
      </Columns>
    </>
  );
};
