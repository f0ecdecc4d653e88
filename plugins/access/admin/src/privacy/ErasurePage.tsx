import { Box, Flex, Typography } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { Link, useParams } from 'react-router-dom';
import type { ErasureDetail } from '../../../../audit/shared/index.ts';
import { ProblemMessage, Skeleton, useFormats, useWords } from '../kit/index.ts';
import { ErasureActions } from './ErasureActions.tsx';
import { ErasurePreview } from './ErasurePreview.tsx';
import { DueDate, ErasureState } from './ErasureState.tsx';
import { KeptIdentity } from './KeptIdentity.tsx';
import { KeptList } from './KeptList.tsx';
import { useErasure } from './useErasure.ts';

/** One patient's wish to be erased, from the question to its answer. */
export const ErasurePage = () => {
  const { id = '' } = useParams();
  const t = useWords('privacy');
  const { moment } = useFormats();
  const erasure = useErasure(id);
  const { loaded } = erasure;
  const titleOf = ({ state, patient: { name } }: ErasureDetail) =>
    state === 'done' ? name : t('erasure.of', { name });
  return (
    <Page.Main>
      <Layouts.Content>
        <Box paddingTop={4} paddingBottom={4}>
          <BackButton fallback="/plugins/access/privacy" />
        </Box>
        {loaded.state === 'loading' && <Skeleton lines={6} />}
        {loaded.state === 'failed' && (
          <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />
        )}
        {loaded.state === 'ready' && (
          <Flex direction="column" alignItems="stretch" gap={6}>
            <Page.Title>{titleOf(loaded.data)}</Page.Title>
            <Flex tag="header" direction="column" alignItems="flex-start" gap={2}>
              <Typography variant="alpha" tag="h1">
                {titleOf(loaded.data)}
              </Typography>
              <Flex gap={3} wrap="wrap">
                <ErasureState state={loaded.data.state} />
                <Typography textColor="neutral600">
                  {t(`way.${loaded.data.way}`, { at: moment(loaded.data.askedAt) })}
                </Typography>
                {loaded.data.state === 'asked' && (
                  <Typography textColor="neutral600" tag="span">
                    {t('due')}: <DueDate date={loaded.data.dueOn} />
                  </Typography>
                )}
                {loaded.data.answeredAt && loaded.data.answeredBy && (
                  <Typography textColor="neutral600">
                    {t('answered', {
                      by: loaded.data.answeredBy,
                      at: moment(loaded.data.answeredAt),
                    })}
                  </Typography>
                )}
                <Typography tag="span" textColor="primary700">
                  <Link
                    to={`/plugins/access/patients/${loaded.data.patient.documentId}`}
                    style={{ color: 'inherit' }}
                  >
                    {t('record')}
                  </Link>
                </Typography>
              </Flex>
              {loaded.data.putOff && (
                <Typography tag="p">
                  {t('put-off.because', { reason: loaded.data.putOff })}
                </Typography>
              )}
              {loaded.data.reason && <Typography tag="p">{loaded.data.reason}</Typography>}
            </Flex>
            {loaded.data.preview && (
              <>
                <ErasureActions
                  erasure={erasure}
                  data={loaded.data}
                  preview={loaded.data.preview}
                />
                <ErasurePreview preview={loaded.data.preview} />
              </>
            )}
            {loaded.data.state === 'done' && <KeptList kept={loaded.data.kept} />}
            {loaded.data.kept.length > 0 && <KeptIdentity erasure={id} />}
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
};
