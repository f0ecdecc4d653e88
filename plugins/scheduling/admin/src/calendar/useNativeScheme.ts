import { useEffect } from 'react';
import { useTheme } from 'styled-components';

/** Native date fields, also those of dialogs, follow the panel's theme. */
export const useNativeScheme = () => {
  const { colorScheme } = useTheme() as { colorScheme?: string };
  useEffect(() => {
    document.documentElement.style.colorScheme = colorScheme ?? 'light';
  }, [colorScheme]);
};
