import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { type PatientTabProps, useWords } from '../kit/index.ts';
import { VisitList } from './VisitList.tsx';

const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
  gap: 2.4rem;
  align-items: start;
  @media (max-width: 64rem) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

const Card = styled.section`
  display: grid;
  gap: 1.2rem;
  & + & {
    margin-block-start: 2.4rem;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.8rem 1.6rem;
    font-size: 1.4rem;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  dt {
    color: ${({ theme }) => theme.colors.neutral600};
  }
  dd a {
    color: ${({ theme }) => theme.colors.primary700};
  }
`;

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card>
    <Typography variant="delta" fontWeight="semiBold" tag="h2">
      {title}
    </Typography>
    {children}
  </Card>
);

const shownPast = 3;
const open = new Set(['pending', 'confirmed', 'arrived', 'seated']);

export const SummaryTab = ({ patient }: PatientTabProps) => {
  const t = useWords('access');
  const now = new Date().toISOString();
  const next = patient.visits
    .filter(({ status, endsAt }) => open.has(status) && endsAt > now)
    .reverse();
  const past = patient.visits
    .filter(({ endsAt, status }) => endsAt <= now || !open.has(status))
    .slice(0, shownPast);
  const facts: [string, ReactNode][] = [
    [t('national-id'), patient.nationalId],
    [t('insurance-number'), patient.insuranceNumber],
    [t('address'), patient.address],
    [t('location'), patient.locationName],
    [t('language'), patient.preferredLanguage && t(`language.${patient.preferredLanguage}`)],
    [
      t('guarantor'),
      patient.guarantor && (
        <Link to={`/plugins/access/patients/${patient.guarantor.documentId}`}>
          {patient.guarantor.name}
        </Link>
      ),
    ],
  ];
  const known = facts.filter(([, value]) => value);
  return (
    <Columns>
      <div>
        <Part title={t('visits.next')}>
          {next.length > 0 ? (
            <VisitList visits={next} />
          ) : (
            <Typography textColor="neutral600">{t('visits.none')}</Typography>
          )}
        </Part>
        {past.length > 0 && (
          <Part title={t('visits.last')}>
            <VisitList visits={past} />
          </Part>
        )}
      </div>
      <div>
        <Part title={t('notes')}>
          <Typography
            tag="p"
            textColor={patient.notes ? 'neutral800' : 'neutral600'}
            style={{ whiteSpace: 'pre-wrap' }}
          >
            {patient.notes || t('notes.none')}
          </Typography>
        </Part>
        {patient.sensitiveNotes && (
          <Part title={t('notes.sensitive')}>
            <Typography tag="p" textColor="neutral800" style={{ whiteSpace: 'pre-wrap' }}>
              {patient.sensitiveNotes}
            </Typography>
          </Part>
        )}
        {known.length > 0 && (
          <Part title={t('details')}>
            <dl>
              {known.map(([name, value]) => (
                <div key={name} style={{ display: 'contents' }}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </Part>
        )}
      </div>
    </Columns>
  );
};
