import { useWords } from '@enamel/access/admin';
import { Checkbox } from '@strapi/design-system';

interface Properties {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** Whether an offer that comes to nothing goes on to the next. */
export const NextChoice = ({ value, onChange }: Properties) => {
  const t = useWords('waitlist');
  return (
    <Checkbox checked={value} onCheckedChange={(checked) => onChange(checked === true)}>
      {t('offer.next')}
    </Checkbox>
  );
};
