import { VisuallyHidden } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { css, styled } from 'styled-components';

const Table = styled.table`
  width: 100%;
  border-collapse: separate;
  border-spacing: 0;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 8px;
  font-size: 1.4rem;
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral800};

  th,
  td {
    text-align: start;
    padding: 0.8rem 1.6rem;
    vertical-align: middle;
  }
  thead th {
    padding-block: 1.2rem;
    font-size: 1.2rem;
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  tbody > tr > *,
  tfoot > tr > * {
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  tbody tr[data-opens] {
    cursor: pointer;
  }
  tbody tr:hover,
  tbody tr:focus-within {
    background: ${({ theme }) => theme.colors.primary100};
  }
  a {
    display: inline-block;
    padding-block: 0.8rem;
    color: inherit;
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
  }
  .amount {
    text-align: end;
  }
  .amount,
  .date {
    white-space: nowrap;
  }
  .quiet {
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

/** A table without room: each row a small grid, two columns unless told otherwise. Put it into a media query. */
export const folded = css`
  thead {
    display: none;
  }
  && tr {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 0.4rem 1.2rem;
    padding: 1.2rem 1.6rem;
  }
  && tr + tr,
  tfoot {
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  && tr > * {
    padding: 0;
    border: 0;
  }
  td:empty {
    display: none;
  }
`;

export interface Column {
  readonly label: string;
  readonly className?: string;
  /** Named for screen readers alone. */
  readonly hidden?: boolean;
}

interface Properties {
  readonly caption: string;
  readonly columns: readonly (string | Column)[];
  readonly className?: string;
  /** The rows. */
  readonly children: ReactNode;
  readonly foot?: ReactNode;
}

/**
 * A list as a table. Its cells may be of class `amount`, `date` and `quiet`; how it folds up on a phone is for
 * `styled(DataTable)` with `folded` to say.
 */
export const DataTable = ({ caption, columns, className, children, foot }: Properties) => (
  <Table className={className}>
    <caption>
      <VisuallyHidden>{caption}</VisuallyHidden>
    </caption>
    <thead>
      <tr>
        {columns
          .map((column): Column => (typeof column === 'string' ? { label: column } : column))
          .map(({ label, className: kind, hidden }) => (
            <th key={label} scope="col" className={kind}>
              {hidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}
            </th>
          ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
    {foot && <tfoot>{foot}</tfoot>}
  </Table>
);

/** A row that opens a page wherever it is pressed; one of its cells links there for the keyboard. */
export const OpeningRow = ({ to, children }: { to: string; children: ReactNode }) => {
  const navigate = useNavigate();
  return (
    <tr
      data-opens
      onClick={({ target }) => {
        if (!(target as Element).closest('a, button')) navigate(to);
      }}
    >
      {children}
    </tr>
  );
};
