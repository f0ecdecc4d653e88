import { Button, Checkbox, Flex } from '@strapi/design-system';
import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Link, Navigate, useLocation, useNavigate } from 'react-router-dom';
import type { Challenge } from '../../../shared/factors.ts';
import { canUsePasskeys } from '../factors/passkey.ts';
import { useClinic } from '../kit/clinic.ts';
import { problemOf } from '../kit/problems.tsx';
import { useWords } from '../kit/translations.ts';
import { EntryFrame } from './EntryFrame.tsx';
import { LineField } from './LineField.tsx';
import { Notice } from './Notice.tsx';
import { PasswordField } from './PasswordField.tsx';
import { SecondStep } from './SecondStep.tsx';
import { usePasskeySignIn } from './usePasskeySignIn.ts';
import { useSending } from './useSending.ts';
import { useSignIn } from './useSignIn.ts';
import { wayIn } from './way.ts';

const SignInPage = () => {
  const t = useWords('entry');
  const say = useWords('factors');
  const { name: clinic } = useClinic();
  const { search } = useLocation();
  const navigate = useNavigate();
  const { get } = useFetchClient();
  const token = useAuth('SignInPage', (state) => state.token);
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [rememberMe, setRememberMe] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [challenge, setChallenge] = useState<Challenge>();

  useEffect(() => {
    void get<{ data: { hasAdmin: boolean } }>('/admin/init').then(({ data }) => {
      if (!data.data.hasAdmin) navigate('/auth/register-admin', { replace: true });
    });
  }, [get, navigate]);

  const { busy, general, errorOf, submit } = useSending(
    () => ({
      email: email.trim() === '' ? t('email.needed') : undefined,
      password: password === '' ? t('password.needed') : undefined,
    }),
    async () => {
      setRefused(undefined);
      try {
        setChallenge(await signIn({ email: email.trim(), password, rememberMe }));
      } catch (error) {
        const { status } = problemOf(error);
        setRefused(t(status === 429 ? 'limited' : status === 400 ? 'refused' : 'failed'));
      }
    },
  );
  const byPasskey = usePasskeySignIn(rememberMe);
  const complaint = refused ?? general ?? byPasskey.general;
  if (token) return <Navigate to={wayIn(search)} replace />;
  if (challenge)
    return (
      <SecondStep
        challenge={challenge}
        rememberMe={rememberMe}
        again={() => setChallenge(undefined)}
      />
    );
  return (
    <EntryFrame
      title={clinic}
      lead={t('sign-in.lead')}
      foot={<Link to="/auth/forgot-password">{t('forgot')}</Link>}
    >
      {complaint && <Notice danger>{complaint}</Notice>}
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
          <PasswordField
            label={t('password')}
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            error={errorOf('password')}
          />
          <Checkbox
            checked={rememberMe}
            onCheckedChange={(checked: boolean | 'indeterminate') =>
              setRememberMe(checked === true)
            }
          >
            {t('remember')}
          </Checkbox>
          <Button type="submit" size="L" fullWidth loading={busy}>
            {t('sign-in')}
          </Button>
        </Flex>
      </form>
      {canUsePasskeys() && (
        <form onSubmit={byPasskey.submit}>
          <Button type="submit" size="L" fullWidth variant="secondary" loading={byPasskey.busy}>
            {say('passkey.use')}
          </Button>
        </form>
      )}
    </EntryFrame>
  );
};

export default SignInPage;
