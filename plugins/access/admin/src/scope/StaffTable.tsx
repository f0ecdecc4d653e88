import { Typography } from '@strapi/design-system';
import { Clock } from '@strapi/icons';
import { styled } from 'styled-components';
import { DataTable, folded, ProblemMessage, Skeleton, StateBadge, useWords } from '../kit/index.ts';
import { Card } from './Card.tsx';
import { useStaffPlaces } from './useStaffPlaces.ts';
import { WorksAt } from './WorksAt.tsx';

const Table = styled(DataTable)`
  td:last-child {
    min-width: 32rem;
  }
  @media (max-width: 900px) {
    ${folded}
    && tr {
      grid-template-columns: 1fr;
    }
    td:last-child {
      min-width: 0;
    }
  }
`;

/** Who works where. A change counts at once. */
export const StaffTable = () => {
  const t = useWords('scope');
  const { loaded, save } = useStaffPlaces();
  const places = loaded.state === 'ready' ? loaded.data.meta.places : [];
  const [only, second] = places;
  return (
    <Card
      title={t('staff')}
      hint={only && !second ? t('staff.hint.one', { place: only.name }) : t('staff.hint')}
    >
      {loaded.state === 'loading' && <Skeleton lines={5} />}
      {loaded.state === 'failed' && (
        <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />
      )}
      {loaded.state === 'ready' && (
        <Table caption={t('staff')} columns={[t('who'), t('roles'), t('staff.where')]}>
          {loaded.data.data.map((person) => (
            <tr key={person.id}>
              <td>
                {person.name}
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {person.email}
                </Typography>
                {person.invited && (
                  <StateBadge icon={Clock} tone="primary">
                    {t('staff.invited')}
                  </StateBadge>
                )}
              </td>
              <td className="quiet">{person.roles.join(', ')}</td>
              <td>
                <WorksAt person={person} places={places} save={save} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Card>
  );
};
