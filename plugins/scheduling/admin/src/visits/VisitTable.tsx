import {
  DataTable,
  folded,
  OpeningRow,
  useFormats,
  useWords,
  VisitState,
} from '@enamel/access/admin';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { ListedVisit } from '../../../shared/visit-list.ts';

const Table = styled(DataTable)`
  .when a {
    font-weight: 600;
    white-space: nowrap;
  }
  .what::before {
    content: '';
    display: inline-block;
    width: 0.8rem;
    height: 0.8rem;
    margin-inline-end: 0.8rem;
    border-radius: 2px;
    background: var(--type);
  }
  .phone {
    white-space: nowrap;
  }
  @media (max-width: 64rem) {
    ${folded}
    && tr {
      grid-template: 'when state' 'patient phone' 'what who' / 1fr auto;
    }
    .when {
      grid-area: when;
    }
    .state {
      grid-area: state;
      text-align: end;
    }
    .patient {
      grid-area: patient;
    }
    .phone {
      grid-area: phone;
      text-align: end;
    }
    .what {
      grid-area: what;
    }
    .who {
      grid-area: who;
      text-align: end;
    }
    .place {
      display: none;
    }
  }
`;

/** The place of a visit in the calendar. */
const inCalendar = ({ documentId, start, location }: ListedVisit): string =>
  `/plugins/scheduling/calendar?${new URLSearchParams({
    date: start.slice(0, 10),
    ...(location ? { location: location.documentId } : {}),
    visit: documentId,
  })}`;

export const VisitTable = ({ visits }: { visits: readonly ListedVisit[] }) => {
  const t = useWords('desk');
  const { moment } = useFormats();
  return (
    <Table
      caption={t('visits')}
      columns={[
        t('when'),
        t('patient'),
        t('phone'),
        t('type'),
        t('practitioner'),
        t('location'),
        t('state'),
      ]}
    >
      {visits.map((visit) => (
        <OpeningRow key={visit.documentId} to={inCalendar(visit)}>
          <td className="when">
            <Link to={inCalendar(visit)}>{moment(visit.start, visit.zone)}</Link>
          </td>
          <td className="patient">{visit.patient?.name}</td>
          <td className="phone">
            {visit.patient?.phone && (
              <a href={`tel:${visit.patient.phone}`}>{visit.patient.phone}</a>
            )}
          </td>
          <td className="what" style={{ ['--type' as string]: visit.type?.color ?? 'transparent' }}>
            {visit.type?.name}
          </td>
          <td className="who">{visit.practitioner}</td>
          <td className="place quiet">
            {[visit.location?.name, visit.chair].filter(Boolean).join(' · ')}
          </td>
          <td className="state">
            <VisitState status={visit.status} />
          </td>
        </OpeningRow>
      ))}
    </Table>
  );
};
