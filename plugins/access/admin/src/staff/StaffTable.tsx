import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { StaffMember } from '../../../shared/staff.ts';
import { DataTable, folded, OpeningRow } from '../kit/DataTable.tsx';
import { useFormats } from '../kit/formats.ts';
import { useWords } from '../kit/translations.ts';
import { MemberState } from './MemberState.tsx';
import { nameOf } from './member.ts';

const Table = styled(DataTable)`
  td > a {
    padding-block: 0;
    font-weight: 600;
  }
  .more {
    display: block;
    font-size: 1.2rem;
    overflow-wrap: anywhere;
  }
  @media (max-width: 64rem) {
    ${folded}
    && tr > td:nth-child(1),
    && tr > td:nth-child(3) {
      grid-column: 1 / -1;
    }
  }
`;

export const StaffTable = ({ members }: { members: readonly StaffMember[] }) => {
  const t = useWords('staff');
  const say = useWords('factors');
  const { moment } = useFormats();
  return (
    <Table caption={t('staff')} columns={[t('name'), t('roles'), t('state'), t('used')]}>
      {members.map((member) => (
        <OpeningRow key={member.id} to={`/settings/users/${member.id}`}>
          <td>
            <Link to={`/settings/users/${member.id}`}>{nameOf(member)}</Link>
            <span className="more quiet">{member.email}</span>
          </td>
          <td>{member.roles.map(({ name }) => name).join(', ')}</td>
          <td>
            <MemberState member={member} />
            {member.state === 'active' && (
              <span className="more quiet">{say(member.secondFactor ? 'has' : 'has-not')}</span>
            )}
          </td>
          <td className="quiet">{member.usedAt ? moment(member.usedAt) : ''}</td>
        </OpeningRow>
      ))}
    </Table>
  );
};
