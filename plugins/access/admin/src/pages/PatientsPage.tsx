import { Box, Button, Flex, Searchbar, SearchForm, Typography } from '@strapi/design-system';
import { User } from '@strapi/icons';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { PatientList } from '../../../shared/patients.ts';
import { EmptyState, ProblemMessage, Skeleton, useLoaded, useWords } from '../kit/index.ts';
import { PatientTable } from './PatientTable.tsx';

const pageSize = 25;

export const PatientsPage = () => {
  const t = useWords('access');
  const { get } = useFetchClient();
  const [address, setAddress] = useSearchParams();
  const asked = address.get('q') ?? '';
  const page = Math.max(1, Number(address.get('page')) || 1);
  const [typed, setTyped] = useState(asked);

  useEffect(() => {
    if (typed === asked) return;
    const pause = setTimeout(() => setAddress(typed ? { q: typed } : {}, { replace: true }), 200);
    return () => clearTimeout(pause);
  }, [typed, asked, setAddress]);

  const load = useCallback(async () => {
    const query = new URLSearchParams({ q: asked, page: String(page), pageSize: String(pageSize) });
    const { data } = await get<PatientList>(`/access/patients?${query}`);
    return data;
  }, [get, asked, page]);
  const loaded = useLoaded(load);
  const total = loaded.state === 'ready' ? loaded.data.meta.total : undefined;
  const last = total === undefined ? 1 : Math.max(1, Math.ceil(total / pageSize));
  const turnTo = (next: number) =>
    setAddress({ ...(asked ? { q: asked } : {}), page: String(next) });

  return (
    <Page.Main>
      <Page.Title>{t('patients')}</Page.Title>
      <Layouts.Header
        title={t('patients')}
        subtitle={total === undefined ? t('patients.hint') : t('patients.count', { total })}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Box maxWidth="56rem">
            <SearchForm onSubmit={(event) => event.preventDefault()}>
              <Searchbar
                name="q"
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
                onClear={() => setTyped('')}
                clearLabel={t('search.clear')}
                placeholder={t('patients.search')}
                autoComplete="off"
              >
                {t('patients.search')}
              </Searchbar>
            </SearchForm>
          </Box>
          {loaded.state === 'loading' && <Skeleton lines={8} />}
          {loaded.state === 'failed' && (
            <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />
          )}
          {loaded.state === 'ready' &&
            (loaded.data.data.length > 0 ? (
              <PatientTable patients={loaded.data.data} />
            ) : (
              <EmptyState
                icon={<User width="32" height="32" aria-hidden />}
                title={asked ? t('patients.none', { q: asked }) : t('patients.first')}
                hint={asked ? t('patients.none.hint') : t('patients.first.hint')}
              />
            ))}
          {last > 1 && (
            <Flex tag="nav" aria-label={t('pages')} gap={3} justifyContent="flex-end">
              <Button variant="tertiary" disabled={page <= 1} onClick={() => turnTo(page - 1)}>
                {t('pages.back')}
              </Button>
              <Typography textColor="neutral600">{t('pages.where', { page, last })}</Typography>
              <Button variant="tertiary" disabled={page >= last} onClick={() => turnTo(page + 1)}>
                {t('pages.next')}
              </Button>
            </Flex>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};
