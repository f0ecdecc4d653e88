import { Button, Flex, Typography } from '@strapi/design-system';
import { Download, Duplicate } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import { useClinic } from '../kit/clinic.ts';
import { useWords } from '../kit/translations.ts';

const List = styled.ol`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr));
  gap: 0.8rem 2.4rem;
  padding: 1.6rem 2rem;
  border-radius: 8px;
  font-family: ui-monospace, monospace;
  font-size: 1.6rem;
  color: ${({ theme }) => theme.colors.neutral800};
  background: ${({ theme }) => theme.colors.neutral100};
`;

/** Codes that stand in for a lost phone, shown this once. */
export const RecoveryCodes = ({ codes }: { codes: readonly string[] }) => {
  const t = useWords('factors');
  const { name } = useClinic();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const text = `${t('codes.of', { clinic: name })}\n\n${codes.join('\n')}\n`;
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>{t('codes.what')}</Typography>
      <List>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </List>
      <Flex gap={2} wrap="wrap">
        <Button
          tag="a"
          href={file}
          download="codes.txt"
          variant="secondary"
          startIcon={<Download />}
        >
          {t('codes.save')}
        </Button>
        <Button
          variant="tertiary"
          startIcon={<Duplicate />}
          onClick={() =>
            void copy(text).then(() =>
              toggleNotification({ type: 'success', message: t('codes.copied') }),
            )
          }
        >
          {t('codes.copy')}
        </Button>
      </Flex>
    </Flex>
  );
};
