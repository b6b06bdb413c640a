/** How to check a delivery, by language; the secret is in the environment. */
export const verifySamples = [
  {
    label: 'Node.js',
    code: `import { createHmac, timingSafeEqual } from 'node:crypto'

export function isGenuine(body, headers) {
  const time = headers['x-reloadly-request-timestamp']
  const ours = createHmac('sha256', process.env.WEBHOOK_SECRET)
    .update(body)
    .update(\`:\${time}\`)
    .digest('hex')
  const theirs = headers['x-reloadly-signature'] ?? ''
  const isFresh = Math.abs(Date.now() - Number(time)) < 300_000
  return (
    isFresh &&
    ours.length === theirs.length &&
    timingSafeEqual(Buffer.from(ours), Buffer.from(theirs))
  )
}`,
  },
  {
    label: 'Python',
    code: `import hashlib, hmac, os, time

def is_genuine(body: bytes, headers) -> bool:
    stamp = headers["X-Reloadly-Request-Timestamp"]
    key = os.environ["WEBHOOK_SECRET"].encode()
    ours = hmac.new(key, body + b":" + stamp.encode(), hashlib.sha256).hexdigest()
    is_fresh = abs(time.time() * 1000 - int(stamp)) < 300_000
    return is_fresh and hmac.compare_digest(ours, headers["X-Reloadly-Signature"])`,
  },
  {
    label: 'PHP',
    code: `$body = file_get_contents('php://input');
$time = $_SERVER['HTTP_X_RELOADLY_REQUEST_TIMESTAMP'];
$ours = hash_hmac('sha256', "$body:$time", getenv('WEBHOOK_SECRET'));
$isFresh = abs(microtime(true) * 1000 - (float) $time) < 300000;
$isGenuine = $isFresh && hash_equals($ours, $_SERVER['HTTP_X_RELOADLY_SIGNATURE']);`,
  },
  {
    label: 'Standard Webhooks',
    code: `// npm install standardwebhooks; there is one for most languages
import { Webhook } from 'standardwebhooks'

const event = new Webhook(process.env.WEBHOOK_SECRET).verify(body, headers)`,
  },
] as const
