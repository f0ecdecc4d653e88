import { Button, Flex } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import type { Challenge } from '../../../shared/factors.ts';
import { CodeField } from '../factors/CodeField.tsx';
import { canUsePasskeys } from '../factors/passkey.ts';
import { useClinic } from '../kit/clinic.ts';
import { useWords } from '../kit/translations.ts';
import { begin, deviceId } from './begin.ts';
import { EntryFrame } from './EntryFrame.tsx';
import { Notice } from './Notice.tsx';
import { usePasskeySignIn } from './usePasskeySignIn.ts';
import { useSending } from './useSending.ts';

interface Properties {
  readonly challenge: Challenge;
  readonly rememberMe?: boolean;
  readonly again: () => void;
}

interface Entered {
  readonly data: { readonly token: string };
}

/** After the right password: the code of an app, a passkey, or a code from paper. */
export const SecondStep = ({ challenge: asked, rememberMe = false, again }: Properties) => {
  const { challenge, ways } = asked;
  const t = useWords('factors');
  const { name } = useClinic();
  const { post } = useFetchClient();
  const passkey = ways.includes('passkey') && canUsePasskeys();
  const [way, setWay] = useState<'totp' | 'recovery-code'>(
    ways.includes('totp') ? 'totp' : 'recovery-code',
  );
  const [code, setCode] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), [way]);
  const { busy, general, errorOf, submit } = useSending(
    () => ({ code: code.trim() === '' ? t('code.needed') : undefined }),
    async () => {
      const answer = { challenge, way, code, rememberMe, deviceId: deviceId() };
      const { data } = await post<Entered>('/access/staff/sign-in/code', answer);
      begin(data.data.token, rememberMe);
    },
  );
  const byPasskey = usePasskeySignIn(rememberMe, challenge);
  const complaint = general ?? byPasskey.general;
  const byCode = ways.includes('totp') || ways.includes('recovery-code');
  return (
    <EntryFrame title={name} lead={t('second.lead')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        {complaint && <Notice danger>{complaint}</Notice>}
        {passkey && (
          <form onSubmit={byPasskey.submit}>
            <Button type="submit" size="L" fullWidth loading={byPasskey.busy}>
              {t('passkey.use')}
            </Button>
          </form>
        )}
        {byCode && (
          <form ref={form} onSubmit={submit} noValidate>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <CodeField
                label={t(way === 'totp' ? 'code' : 'code.recovery')}
                hint={t(way === 'totp' ? 'code.hint' : 'code.recovery.hint')}
                recovery={way === 'recovery-code'}
                value={code}
                onChange={setCode}
                error={errorOf('code')}
              />
              <Button
                type="submit"
                size="L"
                fullWidth
                loading={busy}
                variant={passkey ? 'secondary' : 'default'}
              >
                {t('code.send')}
              </Button>
            </Flex>
          </form>
        )}
        {ways.includes('totp') && ways.includes('recovery-code') && (
          <Button
            variant="ghost"
            fullWidth
            onClick={() => {
              setWay(way === 'totp' ? 'recovery-code' : 'totp');
              setCode('');
            }}
          >
            {t(way === 'totp' ? 'code.lost' : 'code.found')}
          </Button>
        )}
        <Button variant="ghost" fullWidth onClick={again}>
          {t('again')}
        </Button>
      </Flex>
    </EntryFrame>
  );
};
