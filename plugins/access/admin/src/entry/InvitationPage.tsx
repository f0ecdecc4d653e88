import { Button, Flex } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router-dom';
import type { Invited } from '../../../shared/staff.ts';
import { useClinic } from '../kit/clinic.ts';
import { type Problem, problemOf, useProblemText } from '../kit/problems.tsx';
import { useWords } from '../kit/translations.ts';
import { EntryFrame } from './EntryFrame.tsx';
import { LineField } from './LineField.tsx';
import { Notice } from './Notice.tsx';
import { PasswordField } from './PasswordField.tsx';
import { useSending } from './useSending.ts';
import { useSignIn } from './useSignIn.ts';

/** Where an invitation leads: the person says who they are and chooses a password. */
const InvitationPage = () => {
  const t = useWords('entry');
  const textOf = useProblemText();
  const { name: clinic } = useClinic();
  const { hash } = useLocation();
  const navigate = useNavigate();
  const { post } = useFetchClient();
  const signIn = useSignIn();
  const [token] = useState(hash.slice(1));
  const [invited, setInvited] = useState<Invited>();
  const [useless, setUseless] = useState<Problem>();
  const [firstname, setFirstname] = useState('');
  const [lastname, setLastname] = useState('');
  const [password, setPassword] = useState('');

  useEffect(() => {
    post<{ data: Invited }>('/access/staff/invitation', { token }).then(
      ({ data }) => {
        setInvited(data.data);
        setFirstname(data.data.firstname);
        setLastname(data.data.lastname ?? '');
      },
      (error: unknown) => setUseless(problemOf(error)),
    );
  }, [post, token]);

  const { busy, general, errorOf, submit } = useSending(
    () => ({
      firstname: firstname.trim() === '' ? t('needed') : undefined,
      password: password === '' ? t('password.choose') : undefined,
    }),
    async () => {
      await post('/access/staff/invitation/accept', { token, firstname, lastname, password });
      await signIn({ email: invited?.email ?? '', password }).then(
        (challenge) => navigate(challenge ? '/auth/login' : '/', { replace: true }),
        () => navigate('/auth/login', { replace: true }),
      );
    },
  );
  return (
    <EntryFrame
      title={t('invitation', { clinic })}
      lead={invited && t('invitation.lead', { email: invited.email })}
      foot={useless && <Link to="/auth/login">{t('to-sign-in')}</Link>}
    >
      {useless && <Notice danger>{textOf(useless)}</Notice>}
      {general && <Notice danger>{general}</Notice>}
      {invited && (
        <form onSubmit={submit} noValidate>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <input type="hidden" name="username" autoComplete="username" value={invited.email} />
            <LineField
              label={t('firstname')}
              name="firstname"
              autoComplete="given-name"
              value={firstname}
              onChange={setFirstname}
              error={errorOf('firstname')}
            />
            <LineField
              label={t('lastname')}
              name="lastname"
              required={false}
              autoComplete="family-name"
              value={lastname}
              onChange={setLastname}
              error={errorOf('lastname')}
            />
            <PasswordField
              label={t('password.new')}
              value={password}
              onChange={setPassword}
              autoComplete="new-password"
              hint={t('password.hint')}
              error={errorOf('password')}
            />
            <Button type="submit" size="L" fullWidth loading={busy}>
              {t('invitation.accept')}
            </Button>
          </Flex>
        </form>
      )}
    </EntryFrame>
  );
};

export default InvitationPage;
