import { parseJsonExactly } from '../../core/decimal.ts'
import { Html, hashOf, html } from '../../core/html.ts'
import type { ReceiverAnswer, SignatureState, StoredReceived } from './model.ts'
import type { Looked } from './service.ts'

/** A page and the one style sheet that it may use. */
export interface ReceiverPage {
  readonly html: string
  /** For the Content-Security-Policy. */
  readonly styleHash: string
}

/** What a receiver shows to whoever has its address. It works without script. */
export function renderReceiverPage(looked: Looked | undefined, now: Date): ReceiverPage {
  const text = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>Test receiver · OpenScrip</title>
<style>${new Html(STYLE)}</style>
</head>
<body><main>${looked === undefined ? gone : receiverBody(looked, now)}</main></body>
</html>
`
  return { html: text.text, styleHash: hashOf(STYLE) }
}

const gone = html`<h1>There is no test receiver here</h1>
<p class="quiet">Each lives for a day. Make another one on the page Webhooks of the dashboard, or
with <code>POST /manage/v1/webhook-receivers</code>.</p>`

const answers: Readonly<Record<ReceiverAnswer, string>> = {
  '200': 'Answers 200: what comes counts as delivered.',
  '500': 'Answers 500: what comes is sent again.',
  '410': 'Answers 410: the endpoint is disabled.',
  timeout: 'Does not answer in time: what comes is sent again.',
}

function receiverBody({ receiver, url, received }: Looked, now: Date): Html {
  const hours = Math.max(1, Math.round((receiver.expiresAt.getTime() - now.getTime()) / 3_600_000))
  return html`<p class="mode">${receiver.owner.mode}</p>
<h1>Test receiver</h1>
<p><code class="address">${url}</code></p>
<p class="quiet">${answers[receiver.answer]} Takes any POST of up to 64 KiB. Gone in ${String(hours)} h. <a href="">Look again</a></p>
${received.length === 0 ? empty : html`<ol>${received.map(entry)}</ol>`}`
}

const empty = html`<p class="empty">Nothing has come yet. Point a webhook endpoint at this address and send an example.</p>`

const signatures: Readonly<Record<SignatureState, string>> = {
  verified: '✓ signature verified',
  wrong: '✕ signature of no endpoint that points here',
  none: '– not signed',
}

function entry({ at, headers, body, bytes, signature, answered }: StoredReceived): Html {
  const rows = Object.entries(headers).map(
    ([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`,
  )
  return html`<li><details>
<summary><time>${at.toISOString()}</time> <span class="${signature}">${signatures[signature]}</span> <span class="quiet">${String(bytes)} bytes, answered ${answered}</span></summary>
<pre tabindex="0">${indent(body)}</pre>
<dl>${rows}</dl>
</details></li>`
}

/** JSON as people read it; what is none, as it came. */
function indent(body: string): string {
  try {
    return JSON.stringify(parseJsonExactly(body), null, 2)
  } catch {
    return body
  }
}

const STYLE = `
:root { color-scheme: light dark; --page: #f6f7f9; --paper: #fff; --text: #16181d; --quiet: #5b616e; --line: #e3e5ea; --good: #17703a; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --page: #0f1115; --paper: #191c22; --text: #eceef2; --quiet: #a7adba; --line: #2e333d; --good: #6fd394; --bad: #ff9d95; }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 32px 16px; background: var(--page); color: var(--text); font: 15px/1.5 -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; }
main { max-width: 860px; margin: 0 auto; }
h1 { margin: 4px 0 12px; font-size: 24px; }
a { color: inherit; }
.mode { margin: 0; font-size: 12px; font-weight: 700; letter-spacing: .08em; text-transform: uppercase; color: var(--quiet); }
.quiet { color: var(--quiet); }
.verified { color: var(--good); }
.wrong { color: var(--bad); }
code, pre, dd { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; font-size: 13px; overflow-wrap: anywhere; }
.address { display: inline-block; padding: 8px 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); user-select: all; -webkit-user-select: all; }
.empty { padding: 32px; border: 1px dashed var(--line); border-radius: 12px; text-align: center; color: var(--quiet); }
ol { margin: 24px 0 0; padding: 0; list-style: none; border: 1px solid var(--line); border-radius: 12px; background: var(--paper); }
li + li { border-top: 1px solid var(--line); }
summary { padding: 12px 16px; cursor: pointer; }
summary > * { margin-right: 12px; }
time { font-variant-numeric: tabular-nums; }
pre { margin: 0 16px; padding: 12px; border-radius: 8px; background: var(--page); white-space: pre-wrap; }
dl { display: grid; grid-template-columns: minmax(120px, max-content) 1fr; gap: 4px 16px; margin: 12px 16px 16px; }
dt { color: var(--quiet); }
dd { margin: 0; }
@media (max-width: 560px) { dl { grid-template-columns: 1fr; } summary > * { display: block; } }
`
