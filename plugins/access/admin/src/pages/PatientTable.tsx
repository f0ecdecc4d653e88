import { VisuallyHidden } from '@strapi/design-system';
import { Phone, WarningCircle } from '@strapi/icons';
import { Link, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';
import type { PatientRow } from '../../../shared/patients.ts';
import { ageOn, localDate, useClinic, useFormats, useWords } from '../kit/index.ts';

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 8px;
  font-size: 1.4rem;
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral800};

  th,
  td {
    text-align: start;
    padding: 0.6rem 1.6rem;
    vertical-align: middle;
  }
  th {
    padding-block: 1.2rem;
    font-size: 1.2rem;
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  tbody tr {
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
    cursor: pointer;
  }
  tbody tr:hover,
  tbody tr:focus-within {
    background: ${({ theme }) => theme.colors.primary100};
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  td:first-child a {
    font-weight: 600;
    display: inline-block;
    padding-block: 0.8rem;
  }
  td:first-child a:hover {
    text-decoration: underline;
  }
  .quiet {
    color: ${({ theme }) => theme.colors.neutral600};
  }

  @media (max-width: 46rem) {
    thead {
      display: none;
    }
    tbody tr {
      display: grid;
      grid-template-columns: 1fr auto;
      padding: 0.8rem 1.6rem;
    }
    td {
      padding: 0.2rem 0;
      align-self: center;
    }
    td:nth-child(5) {
      grid-column: 1 / -1;
    }
    td:empty {
      display: none;
    }
    td:nth-child(2),
    td:nth-child(4) {
      text-align: end;
    }
  }
`;

const Alerts = styled.span`
  display: inline-flex;
  align-items: center;
  gap: 0.6rem;
  color: ${({ theme }) => theme.colors.danger700};
  svg {
    flex: none;
  }
  svg path {
    fill: currentColor;
  }
`;

export const PatientTable = ({ patients }: { patients: readonly PatientRow[] }) => {
  const t = useWords('access');
  const { day, time, plainDate } = useFormats();
  const { zone } = useClinic();
  const navigate = useNavigate();
  const today = localDate(new Date(), zone);
  return (
    <Table>
      <caption>
        <VisuallyHidden>{t('patients')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('age')}</th>
          <th scope="col">{t('phone')}</th>
          <th scope="col">{t('visit.next')}</th>
          <th scope="col">{t('alerts')}</th>
        </tr>
      </thead>
      <tbody>
        {patients.map((patient) => {
          const grave = patient.alerts.filter(({ severity }) => severity === 'high');
          return (
            <tr key={patient.documentId} onClick={() => navigate(patient.documentId)}>
              <td>
                <Link to={patient.documentId} onClick={(event) => event.stopPropagation()}>
                  {patient.lastName} {patient.firstName}
                </Link>
              </td>
              <td title={patient.dateOfBirth ? plainDate(patient.dateOfBirth) : undefined}>
                {patient.dateOfBirth ? t('years', { age: ageOn(patient.dateOfBirth, today) }) : ''}
              </td>
              <td>
                {patient.mobileNumber && (
                  <a
                    href={`tel:${patient.mobileNumber}`}
                    onClick={(event) => event.stopPropagation()}
                  >
                    <Phone width="12" height="12" aria-hidden /> {patient.mobileNumber}
                  </a>
                )}
              </td>
              <td>
                {patient.nextVisit
                  ? `${day(patient.nextVisit.startsAt, patient.nextVisit.zone)}, ${time(patient.nextVisit.startsAt, patient.nextVisit.zone)}`
                  : ''}
              </td>
              <td>
                {grave.length > 0 && (
                  <Alerts>
                    <WarningCircle width="16" height="16" aria-hidden />
                    {grave.map(({ text }) => text).join(', ')}
                  </Alerts>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
};
