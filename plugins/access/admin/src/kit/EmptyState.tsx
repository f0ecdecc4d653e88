import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface Properties {
  readonly title: string;
  /** What a person can do about it. */
  readonly hint?: string | undefined;
  readonly icon?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing here yet, and what to do about it. */
export const EmptyState = ({ title, hint, icon, action }: Properties) => (
  <Box padding={8} background="neutral0" hasRadius borderColor="neutral150" borderStyle="dashed">
    <Flex direction="column" gap={3} textAlign="center">
      {icon}
      <Typography variant="delta" tag="p">
        {title}
      </Typography>
      {hint && (
        <Typography textColor="neutral600" tag="p" style={{ maxWidth: '56ch' }}>
          {hint}
        </Typography>
      )}
      {action}
    </Flex>
  </Box>
);
