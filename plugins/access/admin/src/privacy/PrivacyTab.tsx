import { Button, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Clock, Cross, Download } from '@strapi/icons';
import {
  type Looks,
  type PatientTabProps,
  ProblemMessage,
  Skeleton,
  StateBadge,
  useFormats,
  useMay,
  useWords,
} from '../kit/index.ts';
import { Line, Lines } from './Lines.tsx';
import { PatientConsents } from './PatientConsents.tsx';
import { PatientErasure } from './PatientErasure.tsx';
import { useExports } from './useExports.ts';

const looks: Looks<'asked' | 'ready' | 'expired'> = {
  asked: { icon: Clock, tone: 'secondary' },
  ready: { icon: CheckCircle, tone: 'success' },
  expired: { icon: Cross, tone: 'neutral' },
};

/** What a patient may ask of the clinic about their own data. */
export const PrivacyTab = ({ patient }: PatientTabProps) => {
  const t = useWords('privacy');
  const may = useMay();
  const { moment, date } = useFormats();
  const { loaded, underway, busy, make, download } = useExports(patient.documentId);
  return (
    <Flex direction="column" alignItems="stretch" gap={8}>
      <Flex tag="section" direction="column" alignItems="stretch" gap={4} aria-labelledby="copies">
        <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
          <Flex direction="column" alignItems="flex-start" gap={1}>
            <Typography variant="delta" fontWeight="semiBold" tag="h2" id="copies">
              {t('copies')}
            </Typography>
            <Typography textColor="neutral600" tag="p" style={{ maxWidth: '64ch' }}>
              {t('copies.hint')}
            </Typography>
          </Flex>
          <Button loading={busy || underway} onClick={() => void make()}>
            {t('make')}
          </Button>
        </Flex>
        {loaded.state === 'loading' && <Skeleton lines={3} />}
        {loaded.state === 'failed' && (
          <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />
        )}
        {loaded.state === 'ready' && loaded.data.length === 0 && (
          <Typography textColor="neutral600">{t('copies.none')}</Typography>
        )}
        {loaded.state === 'ready' && loaded.data.length > 0 && (
          <Lines>
            {loaded.data.map(({ id, state, way, askedAt, askedBy, until, fetched }) => (
              <Line key={id}>
                <div>
                  <strong>{moment(askedAt)}</strong>
                  <span>
                    {way === 'portal' ? t('asked.portal') : t('asked.desk', { by: askedBy ?? '' })}
                    {state === 'ready' && ` · ${t('fetched', { count: fetched })}`}
                  </span>
                </div>
                <StateBadge {...looks[state]}>
                  {t(`state.${state}`)}
                  {state === 'ready' && until && ` ${t('until', { date: date(until) })}`}
                </StateBadge>
                {state === 'ready' && (
                  <Button
                    variant="secondary"
                    startIcon={<Download aria-hidden />}
                    disabled={busy}
                    onClick={() => void download(id)}
                  >
                    {t('download')}
                  </Button>
                )}
              </Line>
            ))}
          </Lines>
        )}
      </Flex>
      <PatientConsents patient={patient.documentId} />
      {may('plugin::access.privacy.answer') && <PatientErasure patient={patient} />}
    </Flex>
  );
};
