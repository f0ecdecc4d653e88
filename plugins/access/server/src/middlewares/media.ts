import { fileStorage, hasBucket } from '@enamel/kernel/server';
import type { Context, Next } from 'koa';

const picture = /^\/uploads\/([\w-]+\.(png|jpe?g))$/;

/**
 * Pictures of the media library that are in a bucket, at the addresses they have on a disk: the bucket itself is open to
 * nobody. What it does not have may be on the disk from before.
 */
export const mediaMiddleware = () => async (context: Context, next: Next) => {
  const [, name, ending] = picture.exec(context.path) ?? [];
  if (!name || !hasBucket() || !['GET', 'HEAD'].includes(context.method)) return next();
  const bytes = await fileStorage().get(`uploads/${name}`);
  if (!bytes) return next();
  context.type = ending === 'png' ? 'image/png' : 'image/jpeg';
  context.set('Cache-Control', 'public, max-age=300');
  context.body = bytes;
};
