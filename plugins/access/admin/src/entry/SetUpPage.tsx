import { Button, Flex, Typography } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router-dom';
import { PasskeySteps } from '../factors/PasskeySteps.tsx';
import { canUsePasskeys } from '../factors/passkey.ts';
import { TotpSteps } from '../factors/TotpSteps.tsx';
import { useWords } from '../kit/translations.ts';
import { factorSetUp } from '../session/missing.ts';
import { EntryFrame } from './EntryFrame.tsx';

/** For whom the clinic asks for a second factor and who has none: nothing else opens before. */
const SetUpPage = () => {
  const t = useWords('factors');
  const navigate = useNavigate();
  const { token, logout } = useAuth('SetUpPage', (state) => state);
  const [way, setWay] = useState<'totp' | 'passkey'>();
  if (!token) return <Navigate to="/auth/login" replace />;
  const done = () => {
    factorSetUp();
    navigate('/', { replace: true });
  };
  const back = (
    <Button variant="ghost" fullWidth onClick={() => setWay(undefined)}>
      {t('back')}
    </Button>
  );
  return (
    <EntryFrame
      title={t('set-up')}
      lead={way ? undefined : t('set-up.lead')}
      foot={
        <Button variant="ghost" onClick={logout}>
          {t('sign-out')}
        </Button>
      }
    >
      {way === 'totp' && <TotpSteps done={done} foot={back} />}
      {way === 'passkey' && <PasskeySteps done={done} foot={back} />}
      {!way && (
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Button size="L" fullWidth onClick={() => setWay('totp')}>
            {t('totp.choose')}
          </Button>
          <Typography textColor="neutral600" textAlign="center">
            {t('totp.choose.hint')}
          </Typography>
          {canUsePasskeys() && (
            <>
              <Button size="L" fullWidth variant="secondary" onClick={() => setWay('passkey')}>
                {t('passkey.choose')}
              </Button>
              <Typography textColor="neutral600" textAlign="center">
                {t('passkey.choose.hint')}
              </Typography>
            </>
          )}
        </Flex>
      )}
    </EntryFrame>
  );
};

export default SetUpPage;
