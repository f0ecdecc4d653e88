import { Button, Flex, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { styled } from 'styled-components';
import type { LockState } from '../../../shared/panel-session.ts';
import { PasswordField } from '../entry/PasswordField.tsx';
import { canUsePasskeys } from '../factors/passkey.ts';
import { useClinic } from '../kit/clinic.ts';
import { useWords } from '../kit/translations.ts';
import { cover } from './cover.ts';
import { leave, lockState, type Unlocked, unlock, unlockByPasskey } from './lock.ts';

const Veil = styled.div`
  position: fixed;
  inset: 0;
  z-index: 2147483000;
  pointer-events: auto;
  display: grid;
  place-items: center;
  padding: 1.6rem;
  overflow: auto;
  background: ${({ theme }) => theme.colors.neutral100};

  form {
    width: 100%;
    max-width: 40rem;
    padding: 3.2rem;
    border-radius: 12px;
    background: ${({ theme }) => theme.colors.neutral0};
    box-shadow: ${({ theme }) => theme.shadows.tableShadow};
  }
  .mark {
    display: grid;
    place-items: center;
    width: 5.6rem;
    height: 5.6rem;
    border-radius: 50%;
    color: ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary100};
  }
  .mark path {
    fill: currentColor;
  }
`;

const Dialog = ({ above }: { above: HTMLElement }) => {
  const t = useWords('entry');
  const { name: clinic } = useClinic();
  const form = useRef<HTMLFormElement>(null);
  const [who, setWho] = useState<LockState>();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Unlocked | 'passkey'>();

  useEffect(() => {
    const uncover = cover(above);
    document.title = `${t('locked')} | ${clinic}`;
    form.current?.querySelector('input')?.focus();
    void lockState().then(setWho);
    return uncover;
  }, [above, t, clinic]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (password === '') return setRefused('wrong');
    setBusy(true);
    const outcome = await unlock({ password });
    setBusy(false);
    if (outcome === 'open' || outcome === 'ended') return;
    setRefused(outcome);
    setPassword('');
    form.current?.querySelector('input')?.focus();
  };
  const byPasskey = async () => {
    setBusy(true);
    const outcome = await unlockByPasskey().catch(() => 'unreachable' as const);
    setBusy(false);
    if (outcome && outcome !== 'open' && outcome !== 'ended') setRefused('passkey');
  };
  const signOut = async () => {
    setBusy(true);
    await leave();
  };

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Flex direction="column" gap={3}>
          <span className="mark">
            <Lock width="24" height="24" aria-hidden />
          </span>
          <Typography variant="alpha" tag="h1" id="lock-title">
            {t('locked')}
          </Typography>
          <Typography textColor="neutral600" textAlign="center" id="lock-hint">
            {who ? t('locked.for', { name: who.name || who.email, clinic }) : clinic}
          </Typography>
        </Flex>
        <input type="hidden" name="username" autoComplete="username" value={who?.email ?? ''} />
        <PasswordField
          label={t('password')}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          error={refused && t(`locked.${refused}`)}
        />
        <Flex direction="column" alignItems="stretch" gap={2}>
          <Button type="submit" size="L" fullWidth loading={busy}>
            {t('unlock')}
          </Button>
          {who?.passkey && canUsePasskeys() && (
            <Button
              type="button"
              size="L"
              variant="secondary"
              fullWidth
              disabled={busy}
              onClick={() => void byPasskey()}
            >
              {t('unlock.passkey')}
            </Button>
          )}
          <Button type="button" variant="ghost" fullWidth onClick={() => void signOut()}>
            {t('sign-out')}
          </Button>
        </Flex>
      </Flex>
    </form>
  );
};

/** Lies over everything while the panel is locked. */
export const LockScreen = () => {
  const [above, setAbove] = useState<HTMLElement>();
  useEffect(() => {
    const element = document.createElement('div');
    document.body.append(element);
    setAbove(element);
    return () => element.remove();
  }, []);
  if (!above) return null;
  return createPortal(
    <Veil role="dialog" aria-modal aria-labelledby="lock-title" aria-describedby="lock-hint">
      <Dialog above={above} />
    </Veil>,
    above,
  );
};
