import { StateBadge, useFormats, useMay, useWords } from '@enamel/access/admin';
import { CheckCircle, CrossCircle } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { ExplainAnswer } from '../../../shared/explain.ts';
import { permissions } from '../../../shared/permissions.ts';
import { bookLink, causeLink } from './links.ts';

const Frame = styled.div`
  display: grid;
  gap: 1.6rem;
  margin-block-start: 2.4rem;
  max-width: 80rem;
  font-size: 1.4rem;
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral800};
  section {
    display: grid;
    justify-items: start;
    gap: 0.8rem;
    padding: 1.6rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral150};
    border-radius: 8px;
    background: ${({ theme }) => theme.colors.neutral0};
  }
  h2 {
    font-size: 1.6rem;
    font-weight: 600;
  }
  ol {
    display: grid;
    gap: 0.8rem;
    padding-inline-start: 2rem;
    list-style: decimal;
  }
  a {
    color: ${({ theme }) => theme.colors.primary700};
  }
  .when {
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

interface Properties {
  readonly answer: ExplainAnswer['data'];
  /** The type of visit that was asked for. */
  readonly type: string;
}

export const Reasons = ({ answer, type }: Properties) => {
  const t = useWords('desk');
  const may = useMay();
  const { moment, time } = useFormats();
  const { zone } = answer;
  return (
    <Frame role="region" aria-live="polite" aria-label={t('why')}>
      <p>{t('why.at', { moment: moment(answer.at, zone) })}</p>
      {answer.people.length === 0 && <p>{t('why.nobody')}</p>}
      {answer.people.map(({ practitioner, offered, reasons }) => (
        <section key={practitioner.documentId} aria-labelledby={`why-${practitioner.documentId}`}>
          <h2 id={`why-${practitioner.documentId}`}>{practitioner.name}</h2>
          <StateBadge
            icon={offered ? CheckCircle : CrossCircle}
            tone={offered ? 'success' : 'neutral'}
          >
            {t(offered ? 'why.offered' : 'why.not-offered')}
          </StateBadge>
          {offered && may(permissions.book) && (
            <Link to={bookLink(answer, type, practitioner.documentId)}>{t('why.book')}</Link>
          )}
          <ol>
            {reasons.map((reason) => {
              const link = causeLink(reason, answer, may(permissions.allHours));
              const own = reason.resource && reason.resource.id !== practitioner.documentId;
              return (
                <li key={JSON.stringify(reason)}>
                  {own && reason.resource?.name ? `${reason.resource.name}: ` : ''}
                  {t(`why.${reason.code}`)}{' '}
                  {reason.span && (
                    <span className="when">
                      {`${moment(reason.span.start, zone)} – ${
                        reason.span.start.slice(0, 10) === reason.span.end.slice(0, 10)
                          ? time(reason.span.end, zone)
                          : moment(reason.span.end, zone)
                      }`}
                    </span>
                  )}{' '}
                  {link && <Link to={link.to}>{t(`why.open.${link.kind}`)}</Link>}
                </li>
              );
            })}
          </ol>
        </section>
      ))}
    </Frame>
  );
};
