/** Patterns of one drawing; `id` keeps several on a page apart. */
export const Patterns = ({ id }: { id: string }) => (
  <defs>
    <pattern id={`${id}-hatch`} width="5" height="5" patternUnits="userSpaceOnUse">
      <path className="odo-hatch" d="M-1.25,1.25 L1.25,-1.25 M0,5 L5,0 M3.75,6.25 L6.25,3.75" />
    </pattern>
    <pattern id={`${id}-dots`} width="5" height="5" patternUnits="userSpaceOnUse">
      <rect className="odo-dots-ground" width="5" height="5" />
      <circle className="odo-dots" cx="1.5" cy="1.5" r="1" />
      <circle className="odo-dots" cx="4" cy="4" r="1" />
    </pattern>
  </defs>
);
