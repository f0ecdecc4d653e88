import { Button, Flex } from '@strapi/design-system';
import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router-dom';
import { useWords } from '../kit/translations.ts';
import { EntryFrame } from './EntryFrame.tsx';
import { Notice } from './Notice.tsx';
import { PasswordField } from './PasswordField.tsx';
import { useSending } from './useSending.ts';

interface Answer {
  readonly data: { readonly user: { readonly email: string } };
}

/** Where the link of a forgotten password leads. */
const NewPasswordPage = () => {
  const t = useWords('entry');
  const { hash } = useLocation();
  const navigate = useNavigate();
  const { post } = useFetchClient();
  const login = useAuth('NewPasswordPage', (state) => state.login);
  const [token] = useState(hash.slice(1));
  const [password, setPassword] = useState('');
  const { busy, general, errorOf, submit } = useSending(
    () => ({ password: password === '' ? t('password.choose') : undefined }),
    async () => {
      const { data } = await post<Answer>('/access/staff/password/reset', { token, password });
      const answer = await login({ email: data.data.user.email, password, rememberMe: false });
      navigate('error' in answer ? '/auth/login' : '/', { replace: true });
    },
  );
  return (
    <EntryFrame
      title={t('new-password')}
      lead={t('new-password.lead')}
      foot={<Link to="/auth/forgot-password">{t('forgot.again')}</Link>}
    >
      {general && <Notice danger>{general}</Notice>}
      <form onSubmit={submit} noValidate>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <PasswordField
            label={t('password.new')}
            value={password}
            onChange={setPassword}
            autoComplete="new-password"
            hint={t('password.hint')}
            error={errorOf('password')}
          />
          <Button type="submit" size="L" fullWidth loading={busy}>
            {t('new-password.save')}
          </Button>
        </Flex>
      </form>
    </EntryFrame>
  );
};

export default NewPasswordPage;
