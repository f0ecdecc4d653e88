import { Phone, WarningCircle } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { PatientRow } from '../../../shared/patients.ts';
import {
  ageOn,
  DataTable,
  folded,
  localDate,
  OpeningRow,
  useClinic,
  useFormats,
  useWords,
} from '../kit/index.ts';

const Table = styled(DataTable)`
  td:first-child a {
    font-weight: 600;
  }

  @media (max-width: 46rem) {
    ${folded}
    td:nth-child(5) {
      grid-column: 1 / -1;
    }
    td:nth-child(2),
    td:nth-child(4) {
      text-align: end;
    }
  }
`;

const Alerts = styled.span`
  display: flex;
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
  const today = localDate(new Date(), zone);
  return (
    <Table
      caption={t('patients')}
      columns={[t('name'), t('age'), t('phone'), t('visit.next'), t('alerts')]}
    >
      {patients.map((patient) => {
        const grave = patient.alerts.filter(({ severity }) => severity === 'high');
        return (
          <OpeningRow key={patient.documentId} to={patient.documentId}>
            <td>
              <Link to={patient.documentId}>
                {patient.lastName} {patient.firstName}
              </Link>
            </td>
            <td title={patient.dateOfBirth ? plainDate(patient.dateOfBirth) : undefined}>
              {patient.dateOfBirth ? t('years', { age: ageOn(patient.dateOfBirth, today) }) : ''}
            </td>
            <td>
              {patient.mobileNumber && (
                <a href={`tel:${patient.mobileNumber}`}>
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
          </OpeningRow>
        );
      })}
    </Table>
  );
};
