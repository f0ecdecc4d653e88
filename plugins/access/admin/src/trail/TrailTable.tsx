import { VisuallyHidden } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { useWords } from '../kit/index.ts';
import type { Line } from './entries.ts';

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
    padding: 1rem 1.6rem;
    vertical-align: top;
  }
  th {
    font-size: 1.2rem;
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  tbody tr {
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  time {
    white-space: nowrap;
  }
  .quiet {
    display: block;
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.2rem;
    overflow-wrap: anywhere;
    max-width: 48ch;
  }
  a {
    color: ${({ theme }) => theme.colors.primary600};
    display: inline-block;
    padding-block: 0.4rem;
  }
`;

const shown = 3;

/** `about` is left out where every line tells of the same patient. */
export const TrailTable = ({ lines, about }: { lines: readonly Line[]; about: boolean }) => {
  const t = useWords('trail');
  return (
    <Table>
      <caption>
        <VisuallyHidden>{t('trail')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('who')}</th>
          <th scope="col">{t('what')}</th>
          {about && <th scope="col">{t('about')}</th>}
          <th scope="col">{t('from')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>
              <time dateTime={line.at}>{line.when}</time>
            </td>
            <td>{line.who}</td>
            <td>
              {line.what}
              {line.details && <span className="quiet">{line.details}</span>}
            </td>
            {about && (
              <td>
                {line.patients.slice(0, shown).map(({ documentId, name }) => (
                  <div key={documentId}>
                    <Link to={`/plugins/access/patients/${documentId}`}>{name}</Link>
                  </div>
                ))}
                {line.patients.length > shown && (
                  <span className="quiet">
                    {t('about.more', { count: line.patients.length - shown })}
                  </span>
                )}
              </td>
            )}
            <td className="quiet">{line.from}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};
