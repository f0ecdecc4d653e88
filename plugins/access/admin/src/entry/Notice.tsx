import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** A sentence that screen readers say at once. */
export const Notice = ({ danger = false, children }: { danger?: boolean; children: ReactNode }) => (
  <Box
    background={danger ? 'danger100' : 'success100'}
    borderColor={danger ? 'danger200' : 'success200'}
    hasRadius
    padding={4}
  >
    <Typography
      role={danger ? 'alert' : 'status'}
      textColor={danger ? 'danger700' : 'success700'}
      tag="p"
    >
      {children}
    </Typography>
  </Box>
);
