import { type ReactNode, useEffect, useRef } from 'react';

interface Properties {
  /** What came to be there; nothing until it did. */
  readonly of: object | undefined;
  readonly children: ReactNode;
}

/** Brings an answer into view that would else appear below the edge of a dialog. */
export const Revealed = ({ of, children }: Properties) => {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (of) here.current?.scrollIntoView({ block: 'nearest' });
  }, [of]);
  return <div ref={here}>{children}</div>;
};
