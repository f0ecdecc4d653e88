import { Box, Flex, Typography } from '@strapi/design-system';
import { type ReactNode, useId } from 'react';

interface Properties {
  readonly title: string;
  readonly hint: string;
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

/** One subject of the page: what it is about, what one may do, and what there is. */
export const Card = ({ title, hint, action, children }: Properties) => {
  const id = useId();
  return (
    <Box
      tag="section"
      aria-labelledby={id}
      padding={6}
      background="neutral0"
      hasRadius
      borderColor="neutral150"
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
          <Flex direction="column" alignItems="flex-start" gap={1} style={{ maxWidth: '72rem' }}>
            <Typography id={id} variant="delta" tag="h2">
              {title}
            </Typography>
            <Typography textColor="neutral600" tag="p">
              {hint}
            </Typography>
          </Flex>
          {action}
        </Flex>
        {children}
      </Flex>
    </Box>
  );
};
