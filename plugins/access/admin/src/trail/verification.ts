import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { ChainStep } from '../../../../audit/shared/index.ts';

/** Verifies the chain step by step; `step` is the last answer, null before the first. */
export const useVerification = () => {
  const { post } = useFetchClient();
  const [step, setStep] = useState<ChainStep | null>(null);
  const [running, setRunning] = useState(false);
  const verify = useCallback(async () => {
    setRunning(true);
    setStep(null);
    try {
      for (let progress: string | null | undefined; progress !== null; ) {
        const body = progress ? { progress } : {};
        const { data } = await post<{ data: ChainStep }>('/audit/chain/verify', body);
        setStep(data.data);
        progress = data.data.progress;
      }
    } finally {
      setRunning(false);
    }
  }, [post]);
  return { step, running, verify };
};
