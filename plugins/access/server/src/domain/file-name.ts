import { type FileKind, kinds } from './file-content.ts';

const most = 120;

/**
 * The name under which a file is kept and handed out again: without a folder, without what no system takes or what turns
 * the reading direction, and with the ending of what it is.
 */
export const fileName = (sent: string, kind: FileKind): string => {
  const last = sent.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/\.[^.]*$/, '')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '');
  const stem = [...clean].slice(0, most).join('');
  return `${stem || 'file'}${kinds[kind].extensions[0]}`;
};
