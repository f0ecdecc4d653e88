/** What somebody may ask who must set a second factor up first: who they are, and how to set it up. */
const open =
  /^\/(admin\/(users\/me(\/permissions)?|logout|information|project-type|project-settings|init)|access\/(lock|staff\/me\/factors)(\/.*)?)$/;

export const isForSetUp = (path: string): boolean =>
  open.test(path.toLowerCase().replace(/\/+$/, ''));
