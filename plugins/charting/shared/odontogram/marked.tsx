import type { Mark } from '../chart.ts';

const order: readonly Mark[] = ['done', 'in-progress', 'finding', 'referred', 'planned'];

const fills: Partial<Record<Mark, string>> = { 'in-progress': 'dots', finding: 'hatch' };

/** The marks of one field laid over its shape: each by colour and by pattern. */
export const Marked = ({
  path,
  marks,
  id,
}: {
  path: string;
  marks: readonly Mark[];
  id: string;
}) => (
  <>
    {order
      .filter((mark) => marks.includes(mark))
      .map((mark) => {
        const fill = fills[mark];
        return (
          <path
            key={mark}
            className={`odo-mark odo-mark-${mark}`}
            d={path}
            {...(fill ? { fill: `url(#${id}-${fill})` } : {})}
          />
        );
      })}
  </>
);
