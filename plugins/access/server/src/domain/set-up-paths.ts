/** What is read of them on the way. */
const read = /^\/admin\/users\/me(\/permissions)?$/;
/** What somebody may ask who must set a second factor up first: who they are, and how to set it up. */
const open =
  /^\/(admin\/(logout|information|project-type|project-settings|init)|access\/(lock|staff\/me\/factors)(\/.*)?)$/;

export const isForSetUp = (method: string, path: string): boolean => {
  const plain = path.toLowerCase().replace(/\/+$/, '');
  return open.test(plain) || (['GET', 'HEAD'].includes(method) && read.test(plain));
};
