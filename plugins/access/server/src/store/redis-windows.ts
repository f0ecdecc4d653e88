import { createClient } from '@redis/client';
import { windowMilliseconds } from '../domain/window.ts';
import type { TakeFrom } from './windows.ts';

/** domain/window.ts `take` inside Redis. A window is kept as text, `moment:count` for each second. */
const takeScript = `
local moment = tonumber(ARGV[2])
if not moment then
  local clock = redis.call('TIME')
  moment = clock[1] * 1000 + math.floor(clock[2] / 1000)
end
local hits, used = {}, 0
for at, count in string.gmatch(redis.call('GET', KEYS[1]) or '', '(%d+):(%d+)') do
  at, count = tonumber(at), tonumber(count)
  if at + ${windowMilliseconds} > moment then
    hits[#hits + 1] = { at, count }
    used = used + count
  end
end
local allowed = used < tonumber(ARGV[1])
if allowed then
  local last = hits[#hits]
  if last and math.floor(last[1] / 1000) == math.floor(moment / 1000) then
    last[1], last[2] = moment, last[2] + 1
  else
    hits[#hits + 1] = { moment, 1 }
  end
  local texts = {}
  for index, hit in ipairs(hits) do texts[index] = string.format('%.0f:%d', hit[1], hit[2]) end
  redis.call('SET', KEYS[1], table.concat(texts, ' '), 'PX', ${windowMilliseconds})
  used = used + 1
end
return { allowed and 1 or 0, used, hits[1][1] + ${windowMilliseconds} - moment }`;

/** Windows in Redis. While it is away each call fails at once; the connection mends itself. */
export const redisWindows = (url: string): TakeFrom & { close(): void } => {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: 10_000,
    socket: { connectTimeout: 1_000, reconnectStrategy: (tries) => Math.min(tries * 100, 2_000) },
  });
  // Whoever asks is told: the limiter falls back and says so.
  client.on('error', () => undefined);
  client.connect().catch(() => undefined);
  client.unref();
  const takeFrom: TakeFrom = async (key, limit, moment) => {
    const [allowed, used, waitMilliseconds] = (await client.eval(takeScript, {
      keys: [`enamel:limit:${key}`],
      arguments: [String(limit), moment === undefined ? '' : String(moment)],
    })) as [number, number, number];
    return { allowed: allowed === 1, used, waitMilliseconds: Math.max(1, waitMilliseconds) };
  };
  return Object.assign(takeFrom, { close: () => client.destroy() });
};
