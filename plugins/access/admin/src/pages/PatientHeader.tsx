import { Button, Flex, Typography } from '@strapi/design-system';
import { Calendar, Phone } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';
import type { PatientSummary } from '../../../shared/patients.ts';
import { AlertList } from '../kit/AlertList.tsx';
import { ageOn, localDate, useClinic, useFormats, useMay, useWords } from '../kit/index.ts';

const Facts = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: 0.4rem 1.6rem;
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: 1.4rem;
  font-variant-numeric: tabular-nums;
  a {
    color: ${({ theme }) => theme.colors.primary700};
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
  }
`;

export const PatientHeader = ({ patient }: { patient: PatientSummary }) => {
  const t = useWords('access');
  const may = useMay();
  const navigate = useNavigate();
  const { zone } = useClinic();
  const { plainDate } = useFormats();
  const { dateOfBirth, mobileNumber, email, city } = patient;
  return (
    <Flex
      tag="header"
      justifyContent="space-between"
      alignItems="flex-start"
      gap={4}
      wrap="wrap"
      paddingBottom={4}
    >
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography variant="alpha" tag="h1">
          {patient.firstName} {patient.lastName}
        </Typography>
        <Facts>
          {dateOfBirth && (
            <li>
              {t('years', { age: ageOn(dateOfBirth, localDate(new Date(), zone)) })} ·{' '}
              {plainDate(dateOfBirth)}
            </li>
          )}
          {mobileNumber && (
            <li>
              <a href={`tel:${mobileNumber}`}>
                <Phone width="12" height="12" aria-hidden fill="currentColor" /> {mobileNumber}
              </a>
            </li>
          )}
          {email && (
            <li>
              <a href={`mailto:${email}`}>{email}</a>
            </li>
          )}
          {city && <li>{city}</li>}
        </Facts>
        <AlertList alerts={patient.alerts} />
      </Flex>
      {may('plugin::scheduling.appointments.book') && (
        <Button
          startIcon={<Calendar />}
          size="L"
          onClick={() => navigate(`/plugins/scheduling/calendar?book=${patient.documentId}`)}
        >
          {t('book')}
        </Button>
      )}
    </Flex>
  );
};
