import { useWords } from '@enamel/access/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import type { useHours } from './useHours.ts';

interface Properties {
  readonly state: Pick<
    ReturnType<typeof useHours>,
    'standing' | 'stranded' | 'busy' | 'unclear' | 'save'
  >;
}

/** Saves, and says whether all is saved. The dialog of stranded visits hands the keyboard back to it. */
export const SaveHours = ({ state }: Properties) => {
  const t = useWords('desk');
  const { standing, stranded, busy, unclear, save } = state;
  const button = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current && !stranded) button.current?.focus();
    asked.current = stranded !== undefined;
  }, [stranded]);
  return (
    <Flex alignItems="center">
      <Typography
        textColor={standing === 'saved' ? 'success700' : 'neutral700'}
        role="status"
        style={{ marginInlineEnd: standing ? '1.2rem' : 0 }}
      >
        {standing && t(`hours.${standing}`)}
      </Typography>
      <Button
        ref={button}
        size="L"
        aria-busy={busy}
        disabled={unclear}
        onClick={() => busy || void save()}
      >
        {t('save')}
      </Button>
    </Flex>
  );
};
