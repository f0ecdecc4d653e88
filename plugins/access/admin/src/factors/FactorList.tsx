import { Button, Typography } from '@strapi/design-system';
import type { Factor, Factors } from '../../../shared/factors.ts';
import { useFormats } from '../kit/formats.ts';
import { RowList } from '../kit/RowList.ts';
import { useWords } from '../kit/translations.ts';

interface Properties {
  readonly factors: Factors;
  readonly remove: (id: string, name: string) => void;
}

export const FactorList = ({ factors: { totp, passkeys }, remove }: Properties) => {
  const t = useWords('factors');
  const { moment } = useFormats();
  const named: readonly (Factor & { readonly shown: string })[] = [
    ...(totp ? [{ ...totp, shown: t('totp') }] : []),
    ...passkeys.map((passkey) => ({ ...passkey, shown: passkey.name ?? t('passkey') })),
  ];
  if (named.length === 0) return <Typography>{t('none')}</Typography>;
  return (
    <RowList>
      {named.map(({ id, shown, madeAt, usedAt }) => (
        <li key={id}>
          <div>
            <Typography fontWeight="semiBold" tag="div">
              {shown}
            </Typography>
            <Typography variant="pi" textColor="neutral600" tag="div">
              {usedAt
                ? t('used', { moment: moment(usedAt) })
                : t('made', { moment: moment(madeAt) })}
            </Typography>
          </div>
          <Button
            variant="tertiary"
            aria-label={t('remove.title', { name: shown })}
            onClick={() => remove(id, shown)}
          >
            {t('remove')}
          </Button>
        </li>
      ))}
    </RowList>
  );
};
