import { styled } from 'styled-components';
import { DataTable, folded } from '../kit/index.ts';

/** Lines of when, who, whom, a reason, a state and acts; where it is narrow, reason and acts take a line each. */
export const Lines = styled(DataTable)`
  @media (max-width: 900px) {
    ${folded}
    td:nth-child(4),
    td:last-child {
      grid-column: 1 / -1;
    }
    td:last-child > div {
      justify-content: flex-start;
    }
  }
`;
