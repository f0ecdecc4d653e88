import { Button, ProgressBar, Typography } from '@strapi/design-system';
import { CheckCircle, Download, Shield, WarningCircle } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { styled } from 'styled-components';
import type { ChainState, ChainStep } from '../../../../audit/shared/index.ts';
import {
  ProblemMessage,
  Skeleton,
  type Translate,
  useFormats,
  useLoaded,
  useNotifyProblem,
  useWords,
} from '../kit/index.ts';
import { useSave } from './save.ts';
import { useVerification } from './verification.ts';

const Card = styled.section`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 1.6rem;
  padding: 1.6rem;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 8px;
  > div {
    display: grid;
    gap: 0.4rem;
    flex: 1 1 42rem;
    min-width: 0;
  }
  > .actions {
    display: flex;
    flex: 0 1 auto;
    flex-wrap: wrap;
    gap: 0.8rem;
  }
  > .progress {
    flex: 1 0 100%;
  }
  .progress [role='progressbar'] {
    width: 100%;
  }
`;

const verifiedIn = (t: Translate, moment: (at: string) => string, state: ChainState) => {
  if (!state.verified) return t('chain.unverified');
  const { at, by, until, fault } = state.verified;
  return t(fault ? 'chain.broken' : 'chain.verified', { at: moment(at), by: by ?? '–', until });
};

const Verdict = ({ step }: { readonly step: ChainStep }) => {
  const t = useWords('trail');
  if (!step.fault)
    return (
      <Typography textColor="success700" fontWeight="bold">
        <CheckCircle aria-hidden /> {t('chain.whole', { until: step.until })}
      </Typography>
    );
  const { kind, number } = step.fault;
  return (
    <Typography textColor="danger700" fontWeight="bold">
      <WarningCircle aria-hidden /> {t('chain.fault', { number, what: t(`fault.${kind}`) })}
    </Typography>
  );
};

/** How far the trail is sealed and signed, when it was verified last, and a button that verifies it. */
export const ChainCard = () => {
  const t = useWords('trail');
  const { moment } = useFormats();
  const { get } = useFetchClient();
  const notify = useNotifyProblem();
  const save = useSave();
  const [saving, setSaving] = useState(false);
  const { step, running, verify } = useVerification();
  const load = useCallback(
    async () => (await get<{ data: ChainState }>('/audit/chain')).data.data,
    [get],
  );
  const loaded = useLoaded(load);
  if (loaded.state === 'loading') return <Skeleton lines={2} />;
  if (loaded.state === 'failed')
    return <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />;
  const state = loaded.data;

  const takeHome = async (part: string, name: string) => {
    setSaving(true);
    await save(`/audit/chain/${part}`, name).catch(notify);
    setSaving(false);
    await loaded.reload();
  };
  const check = async () => {
    await verify().catch(notify);
    await loaded.reload();
  };
  const { checkpoint } = state;
  return (
    <Card aria-label={t('chain')}>
      <div>
        <Typography fontWeight="bold" tag="h2" variant="omega">
          {state.sealed > 0 ? t('chain.sealed', { number: state.sealed }) : t('chain.none')}
        </Typography>
        <Typography textColor="neutral600">
          {t('chain.waiting', { count: state.waiting })}{' '}
          {checkpoint
            ? t('chain.checkpoint', { number: checkpoint.number, at: moment(checkpoint.at) })
            : t('chain.checkpoint.none')}{' '}
          {t(state.shipped ? 'chain.shipped' : 'chain.kept')}
        </Typography>
        <Typography textColor={state.verified?.fault ? 'danger700' : 'neutral600'}>
          {verifiedIn(t, moment, state)}
        </Typography>
      </div>
      <div className="actions">
        <Button startIcon={<Shield />} loading={running} onClick={() => void check()}>
          {t('chain.verify')}
        </Button>
        {(['checkpoints', 'log'] as const).map((part) => (
          <Button
            key={part}
            variant="tertiary"
            startIcon={<Download />}
            disabled={saving}
            onClick={() => void takeHome(part, `audit-${part}.txt`)}
          >
            {t(`chain.${part}`)}
          </Button>
        ))}
      </div>
      {(running || step) && (
        <div className="progress" role="status">
          {running && step ? (
            <>
              <ProgressBar
                value={(100 * step.verified) / Math.max(1, step.until)}
                aria-label={t('chain.verify')}
              />
              <Typography textColor="neutral600">
                {t('chain.verifying', { number: step.verified, until: step.until })}
              </Typography>
            </>
          ) : (
            step && <Verdict step={step} />
          )}
        </div>
      )}
    </Card>
  );
};
