import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { Challenge } from '../../../shared/factors.ts';
import { problemOf } from '../kit/problems.tsx';
import { begin, deviceId } from './begin.ts';

interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly rememberMe?: boolean;
}

/**
 * Signs in by a password, or answers the challenge of the second step. Strapi's own `login` takes every 401 for the end of a
 * session and begins the page anew.
 */
export const useSignIn = () => {
  const { post } = useFetchClient();
  return useCallback(
    async ({ rememberMe = false, ...who }: Credentials): Promise<Challenge | undefined> => {
      try {
        const { data } = await post<{ data: { token: string } }>('/admin/login', {
          ...who,
          rememberMe,
          deviceId: deviceId(),
        });
        begin(data.data.token, rememberMe);
        return undefined;
      } catch (error) {
        const { code, details } = problemOf(error);
        if (code === 'SECOND_FACTOR_NEEDED') return details as unknown as Challenge;
        throw error;
      }
    },
    [post],
  );
};
