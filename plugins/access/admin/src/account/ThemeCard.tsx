import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useWords } from '../kit/translations.ts';
import { Card } from '../staff/Card.tsx';

const themeKey = 'STRAPI_THEME';
const themes = ['system', 'light', 'dark'] as const;

/** Light or dark is this browser's affair, as Strapi keeps it: read when the panel opens. */
export const ThemeCard = () => {
  const t = useWords('staff');
  const change = (theme: string) => {
    localStorage.setItem(themeKey, theme);
    location.reload();
  };
  return (
    <Card title={t('appearance')}>
      <Field.Root name="theme" hint={t('theme.hint')}>
        <Field.Label>{t('theme')}</Field.Label>
        <SingleSelect
          value={localStorage.getItem(themeKey) || 'system'}
          onChange={(next) => change(String(next))}
        >
          {themes.map((theme) => (
            <SingleSelectOption key={theme} value={theme}>
              {t(`theme.${theme}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Hint />
      </Field.Root>
    </Card>
  );
};
