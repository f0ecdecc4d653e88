import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

export interface Line {
  readonly key: string;
  readonly when: string;
  readonly text: string;
  /** Whether it is good news, or bad; neither when not said. */
  readonly good?: boolean;
}

const List = styled.ul`
  display: grid;
  gap: 0.4rem;
`;

const colourOf = (good: boolean | undefined) => {
  if (good === undefined) return 'neutral700';
  return good ? 'success700' : 'danger700';
};

/** Several visits, a line each. */
export const VisitLines = ({ lines }: { lines: readonly Line[] }) =>
  lines.length > 0 ? (
    <Box role="status" background="neutral100" padding={4} hasRadius>
      <List>
        {lines.map(({ key, when, text, good }) => (
          <li key={key}>
            <Typography fontWeight="semiBold">{when}</Typography>{' '}
            <Typography textColor={colourOf(good)}>{text}</Typography>
          </li>
        ))}
      </List>
    </Box>
  ) : null;
