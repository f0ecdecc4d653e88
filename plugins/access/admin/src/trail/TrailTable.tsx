import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { DataTable, folded, useWords } from '../kit/index.ts';
import type { Line } from './entries.ts';

const Table = styled(DataTable)`
  td {
    vertical-align: top;
  }
  td > div:first-child {
    margin-block-start: -0.4rem;
  }
  .more {
    display: block;
    font-size: 1.2rem;
    overflow-wrap: anywhere;
    max-width: 48ch;
  }
  a {
    color: ${({ theme }) => theme.colors.primary600};
    padding-block: 0.4rem;
  }
  @media (max-width: 52rem) {
    ${folded}
    td:nth-child(n + 3) {
      grid-column: 1 / -1;
    }
  }
`;

const shown = 3;

/** `about` is left out where every line tells of the same patient. */
export const TrailTable = ({ lines, about }: { lines: readonly Line[]; about: boolean }) => {
  const t = useWords('trail');
  return (
    <Table
      caption={t('trail')}
      columns={[t('when'), t('who'), t('what'), ...(about ? [t('about')] : []), t('from')]}
    >
      {lines.map((line) => (
        <tr key={line.id}>
          <td className="date">
            <time dateTime={line.at}>{line.when}</time>
          </td>
          <td>
            {line.who}
            {line.roles && <span className="more quiet">{line.roles}</span>}
          </td>
          <td>
            {line.what}
            {line.details && <span className="more quiet">{line.details}</span>}
          </td>
          {about && (
            <td>
              {line.patients.slice(0, shown).map(({ documentId, name }) => (
                <div key={documentId}>
                  <Link to={`/plugins/access/patients/${documentId}`}>{name}</Link>
                </div>
              ))}
              {line.patients.length > shown && (
                <span className="more quiet">
                  {t('about.more', { count: line.patients.length - shown })}
                </span>
              )}
            </td>
          )}
          <td className="quiet">
            {line.from}
            {line.device && <span className="more">{line.device}</span>}
          </td>
        </tr>
      ))}
    </Table>
  );
};
