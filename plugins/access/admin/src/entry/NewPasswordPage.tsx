import { Button, Flex } from '@strapi/design-system';
import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link, Navigate, useLocation, useNavigate } from 'react-router-dom';
import type { Challenge } from '../../../shared/factors.ts';
import { useWords } from '../kit/translations.ts';
import { EntryFrame } from './EntryFrame.tsx';
import { Notice } from './Notice.tsx';
import { PasswordField } from './PasswordField.tsx';
import { SecondStep } from './SecondStep.tsx';
import { useSending } from './useSending.ts';
import { useSignIn } from './useSignIn.ts';

interface Answer {
  readonly data: { readonly user: { readonly email: string } };
}

/** Where the link of a forgotten password leads. */
const NewPasswordPage = () => {
  const t = useWords('entry');
  const { hash } = useLocation();
  const navigate = useNavigate();
  const { post } = useFetchClient();
  const signIn = useSignIn();
  const signedIn = useAuth('NewPasswordPage', (state) => state.token) !== null;
  const [token] = useState(hash.slice(1));
  const [password, setPassword] = useState('');
  const [challenge, setChallenge] = useState<Challenge>();
  const { busy, general, errorOf, submit } = useSending(
    () => ({ password: password === '' ? t('password.choose') : undefined }),
    async () => {
      const { data } = await post<Answer>('/access/staff/password/reset', { token, password });
      try {
        const asked = await signIn({ email: data.data.user.email, password });
        if (asked) setChallenge(asked);
        else navigate('/', { replace: true });
      } catch {
        navigate('/auth/login', { replace: true });
      }
    },
  );
  if (challenge && signedIn) return <Navigate to="/" replace />;
  if (challenge)
    return (
      <SecondStep challenge={challenge} again={() => navigate('/auth/login', { replace: true })} />
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
