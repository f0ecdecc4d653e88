import { useWords } from '@enamel/access/admin';
import { Button, Field, Flex, Typography } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useState } from 'react';

/** An address that nobody can read again. */
export const NewLink = ({ url }: { url: string }) => {
  const t = useWords('scheduling');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(url);
    setCopied(true);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>{t('feeds.once')}</Typography>
      <Field.Root name="url" hint={t('feeds.url.hint')}>
        <Field.Label>{t('feeds.url')}</Field.Label>
        <Field.Input
          readOnly
          value={url}
          onFocus={(event: { currentTarget: HTMLInputElement }) => event.currentTarget.select()}
        />
        <Field.Hint />
      </Field.Root>
      <Flex gap={2} wrap="wrap">
        <Button variant="secondary" startIcon={<Duplicate />} onClick={() => void copy()}>
          {t('feeds.copy')}
        </Button>
        <Button variant="tertiary" tag="a" href={url.replace(/^https?:/, 'webcal:')}>
          {t('feeds.open')}
        </Button>
        <Typography role="status" textColor="success700">
          {copied ? t('feeds.copied') : ''}
        </Typography>
      </Flex>
    </Flex>
  );
};
