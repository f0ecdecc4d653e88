import { Button, Flex } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useIntl } from '../kit/intl.ts';
import { useWords } from '../kit/translations.ts';
import { EntryFrame } from './EntryFrame.tsx';
import { LineField } from './LineField.tsx';
import { Notice } from './Notice.tsx';
import { useSending } from './useSending.ts';

const ForgottenPage = () => {
  const t = useWords('entry');
  const { locale } = useIntl();
  const { post } = useFetchClient();
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const { busy, general, errorOf, submit } = useSending(
    () => ({ email: email.trim() === '' ? t('email.needed') : undefined }),
    async () => {
      const language = locale === 'ro' ? 'ro' : 'en';
      await post('/access/staff/password/forgot', { email, language });
      setSent(true);
    },
  );
  return (
    <EntryFrame
      title={t('forgot.title')}
      lead={sent ? undefined : t('forgot.lead')}
      foot={<Link to="/auth/login">{t('to-sign-in')}</Link>}
    >
      {general && <Notice danger>{general}</Notice>}
      {sent ? (
        <Notice>{t('forgot.sent', { email })}</Notice>
      ) : (
        <form onSubmit={submit} noValidate>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <LineField
              label={t('email')}
              name="email"
              type="email"
              autoComplete="username"
              value={email}
              onChange={setEmail}
              error={errorOf('email')}
            />
            <Button type="submit" size="L" fullWidth loading={busy}>
              {t('forgot.send')}
            </Button>
          </Flex>
        </form>
      )}
    </EntryFrame>
  );
};

export default ForgottenPage;
