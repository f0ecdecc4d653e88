import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { PatientVisit } from '../../../shared/patients.ts';
import { useFormats, useWords } from '../kit/index.ts';
import { VisitState } from '../kit/VisitState.tsx';

const List = styled.ul`
  display: flex;
  flex-direction: column;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 8px;
  overflow: hidden;

  li {
    display: grid;
    grid-template-columns: minmax(20rem, 1fr) minmax(0, 2fr) auto;
    gap: 0.4rem 1.6rem;
    align-items: center;
    padding: 1.2rem 1.6rem;
    border-inline-start: 4px solid var(--type);
    font-variant-numeric: tabular-nums;
  }
  li + li {
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  @media (max-width: 46rem) {
    li {
      grid-template-columns: 1fr auto;
    }
    li > :nth-child(2) {
      grid-row: 2;
      grid-column: 1 / -1;
    }
  }
`;

export const VisitList = ({ visits }: { visits: readonly PatientVisit[] }) => {
  const t = useWords('access');
  const { moment } = useFormats();
  return (
    <List>
      {visits.map((visit) => (
        <li
          key={visit.documentId}
          style={{ ['--type' as string]: visit.typeColor ?? 'transparent' }}
        >
          <Typography fontWeight="semiBold" tag="p">
            <time dateTime={visit.startsAt}>{moment(visit.startsAt, visit.zone)}</time>
          </Typography>
          <div>
            <Typography tag="p">{visit.typeName ?? t('visit')}</Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {[visit.practitionerName, visit.locationName, visit.cancelReason ?? visit.reason]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
          </div>
          <VisitState status={visit.status} />
        </li>
      ))}
    </List>
  );
};
