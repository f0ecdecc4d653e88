import { Button, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Clock, Cross } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { ConsentStanding } from '../../../../audit/shared/index.ts';
import {
  type Looks,
  StateBadge,
  useFormats,
  useIntl,
  useLoaded,
  useMay,
  useNotifyProblem,
  useWords,
} from '../kit/index.ts';
import { Line, Lines } from './Lines.tsx';

const looks: Looks<'given' | 'withdrawn' | 'never'> = {
  given: { icon: CheckCircle, tone: 'success' },
  withdrawn: { icon: Cross, tone: 'danger' },
  never: { icon: Clock, tone: 'neutral' },
};

/** What a patient agrees to; the desk writes down what was said on paper. */
export const PatientConsents = ({ patient }: { patient: string }) => {
  const t = useWords('privacy');
  const may = useMay();
  const { locale } = useIntl();
  const { moment } = useFormats();
  const { get, post } = useFetchClient();
  const notifyProblem = useNotifyProblem();
  const [busy, setBusy] = useState(false);
  const language = locale === 'ro' ? 'ro' : 'en';
  const path = `/access/patients/${patient}/consents`;
  const loaded = useLoaded(
    useCallback(
      async () =>
        (await get<{ data: ConsentStanding[] }>(`${path}?language=${language}`)).data.data,
      [get, path, language],
    ),
  );
  if (loaded.state !== 'ready') return null;
  const say = async ({ key, version }: ConsentStanding, act: 'given' | 'withdrawn') => {
    setBusy(true);
    try {
      await post(path, { key, act, language, ...(act === 'given' ? { version } : {}) });
      await loaded.reload();
    } catch (failure) {
      notifyProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={4} aria-labelledby="consents">
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography variant="delta" fontWeight="semiBold" tag="h2" id="consents">
          {t('consents')}
        </Typography>
        <Typography textColor="neutral600" tag="p" style={{ maxWidth: '64ch' }}>
          {loaded.data.length > 0 ? t('consents.hint') : t('consents.none')}
        </Typography>
      </Flex>
      {loaded.data.length > 0 && (
        <Lines>
          {loaded.data.map((one) => (
            <Line key={one.key}>
              <div>
                <strong>{one.title}</strong>
                <span>
                  {one.at &&
                    t(one.way === 'desk' ? 'consent.desk' : 'consent.portal', {
                      at: moment(one.at),
                      by: one.by ?? '',
                      version: one.saidTo ?? 0,
                    })}
                </span>
              </div>
              <StateBadge {...looks[one.state ?? 'never']}>
                {t(`consent.${one.state ?? 'never'}`)}
              </StateBadge>
              {may('plugin::access.patients.write') &&
                (one.state === 'given' || one.version !== null) && (
                  <Button
                    variant="secondary"
                    disabled={busy}
                    onClick={() => void say(one, one.state === 'given' ? 'withdrawn' : 'given')}
                  >
                    {t(one.state === 'given' ? 'consent.withdraw' : 'consent.give')}
                  </Button>
                )}
            </Line>
          ))}
        </Lines>
      )}
    </Flex>
  );
};
