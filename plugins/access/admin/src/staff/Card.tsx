import { Box, Flex, Typography } from '@strapi/design-system';
import { type ReactNode, useId } from 'react';

interface Properties {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** One matter of a page, under its heading. */
export const Card = ({ title, hint, children }: Properties) => {
  const id = useId();
  return (
    <Box
      tag="section"
      aria-labelledby={id}
      background="neutral0"
      borderColor="neutral150"
      hasRadius
      padding={{ initial: 4, large: 6 }}
      width="100%"
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Flex direction="column" alignItems="stretch" gap={1}>
          <Typography variant="delta" tag="h2" id={id}>
            {title}
          </Typography>
          {hint && <Typography textColor="neutral600">{hint}</Typography>}
        </Flex>
        {children}
      </Flex>
    </Box>
  );
};
