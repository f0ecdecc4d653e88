import type { ToothState } from '../chart.ts';
import type { Place } from './layout.ts';
import { Marked } from './marked.tsx';
import { shapeOf } from './shapes.ts';

/** A tooth from the front: root, crown and what lies on them. */
export const ToothPicture = ({
  state,
  place,
  id,
}: {
  state: ToothState;
  place: Place;
  id: string;
}) => {
  const { tooth, neck } = place;
  const shape = shapeOf(tooth.number);
  const turn = `translate(${neck.x} ${neck.y}) scale(${tooth.side === 'right' ? 1 : -1} ${tooth.arch === 'upper' ? 1 : -1})`;
  const { presence } = state;
  const screwed = presence === 'implant' || state.implant.length > 0;
  const reach = shape.width * 0.5;
  return (
    <g transform={turn} className={`odo-picture odo-${presence}`}>
      {!screwed && shape.back !== '' && <path className="odo-root odo-root-back" d={shape.back} />}
      {!(presence === 'implant') && <path className="odo-root" d={shape.root} />}
      {!screwed && (
        <Marked path={shape.root} marks={state.root.filter((m) => m === 'finding')} id={id} />
      )}
      {screwed &&
        state.implant.map((mark) => (
          <path key={mark} className={`odo-implant odo-implant-${mark}`} d={shape.implant} />
        ))}
      <path className="odo-crown" d={shape.crown} />
      <path className="odo-detail" d={shape.detail} />
      <Marked path={shape.crown} marks={state.crown} id={id} />
      {state.root
        .filter((mark) => mark !== 'finding')
        .map((mark) => (
          <path key={mark} className={`odo-canal odo-canal-${mark}`} d={shape.canals} />
        ))}
      {state.removal.map((mark) => (
        <path
          key={mark}
          className={`odo-cross odo-cross-${mark}`}
          d={`M${-reach},${-shape.rootLength * 0.7} L${reach},${shape.crownHeight * 0.8} M${reach},${-shape.rootLength * 0.7} L${-reach},${shape.crownHeight * 0.8}`}
        />
      ))}
      {presence === 'missing' && (
        <path
          className="odo-strike"
          d={`M${-reach * 0.8},${shape.crownHeight * 0.9} L${reach * 0.8},${-shape.rootLength * 0.75}`}
        />
      )}
      {state.whole.map((mark) => (
        <path
          key={mark}
          className={`odo-flag odo-flag-${mark}`}
          d={`M0,${shape.crownHeight * 0.3} l5,5 l-5,5 l-5,-5 Z`}
        />
      ))}
    </g>
  );
};
