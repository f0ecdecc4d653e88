import { useMay, useWords } from '@enamel/access/admin';
import { IconButton, MenuItem, SimpleMenu } from '@strapi/design-system';
import { Calendar, File, Information, More, Question } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import { permissions } from '../../../../shared/permissions.ts';

interface Properties {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Document id; empty until the sheet is there. */
  readonly location: string;
  /** Document id of the one practitioner shown; empty is all. */
  readonly practitioner: string;
  /** Absent where the toolbar itself has them, or nobody has keys. */
  readonly onToday: (() => void) | undefined;
  readonly onNextFree: (() => void) | undefined;
  readonly onHelp: (() => void) | undefined;
}

/** What one needs of the calendar now and then. */
export const MoreMenu = (properties: Properties) => {
  const { date, location, practitioner, onToday, onNextFree, onHelp } = properties;
  const t = useWords('scheduling');
  const may = useMay();
  const navigate = useNavigate();
  const lead = (page: string, values: Readonly<Record<string, string>>) => () => {
    const said = Object.entries(values).filter(([, value]) => value);
    navigate(`/plugins/scheduling/${page}?${new URLSearchParams(said)}`);
  };
  return (
    <SimpleMenu tag={IconButton} icon={<More />} label={t('more')} popoverPlacement="bottom-end">
      {onToday && <MenuItem onSelect={onToday}>{t('now')}</MenuItem>}
      {onNextFree && <MenuItem onSelect={onNextFree}>{t('next-free')}</MenuItem>}
      <MenuItem
        startIcon={<File />}
        onSelect={lead('day-sheet', { date, location, who: practitioner })}
      >
        {t('print')}
      </MenuItem>
      {may(permissions.explain) && (
        <MenuItem
          startIcon={<Question />}
          onSelect={lead('explain', { date, location, practitioner })}
        >
          {t('why')}
        </MenuItem>
      )}
      {may(permissions.feeds) && (
        <MenuItem startIcon={<Calendar />} onSelect={lead('feeds', {})}>
          {t('feeds')}
        </MenuItem>
      )}
      {onHelp && (
        <MenuItem startIcon={<Information />} onSelect={onHelp}>
          {t('help')}
        </MenuItem>
      )}
    </SimpleMenu>
  );
};
