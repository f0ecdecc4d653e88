import { Skeleton, useIntl, useMay } from '@enamel/access/admin';
import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { House } from '@strapi/icons';
import type { WidgetType } from '@strapi/strapi/admin';
import { type ElementType, lazy, Suspense, useId, useMemo } from 'react';
import { Link as RouterLink } from 'react-router-dom';

/** One widget in its card; nothing for a person without its permissions. */
export const HomeWidget = ({ widget }: { widget: WidgetType }) => {
  const intl = useIntl();
  const may = useMay();
  const heading = useId();
  const { component, title, link, permissions = [] } = widget;
  const Icon: ElementType = widget.icon ?? House;
  const Content = useMemo(() => lazy(async () => ({ default: await component() })), [component]);
  if (!permissions.every(({ action }) => may(action ?? ''))) return null;
  return (
    <Box
      tag="section"
      aria-labelledby={heading}
      background="neutral0"
      shadow="tableShadow"
      borderColor="neutral150"
      padding={5}
      style={{ borderRadius: 12 }}
    >
      <Flex justifyContent="space-between" paddingBottom={3} gap={2} wrap="wrap">
        <Flex gap={3}>
          <Icon width="20" height="20" fill="primary600" aria-hidden />
          <Typography variant="delta" fontWeight="semiBold" tag="h2" id={heading}>
            {intl.formatMessage(title as { id: string })}
          </Typography>
        </Flex>
        {link && (
          <Link tag={RouterLink} to={link.href}>
            {intl.formatMessage(link.label as { id: string })}
          </Link>
        )}
      </Flex>
      <Suspense fallback={<Skeleton lines={4} />}>
        <Content />
      </Suspense>
    </Box>
  );
};
