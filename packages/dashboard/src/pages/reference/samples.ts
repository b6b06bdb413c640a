import { audiences, tokenCall } from '../../app/first-calls.ts'
import type { Mode } from '../../app/mode.ts'
import type { CodeSample } from '../../components/code-block.tsx'
import type { Operation } from './operations.ts'
import { curlOf, type Request } from './request.ts'

export interface SampleFacts {
  readonly request: Request
  readonly access: Operation['access']
  readonly origin: string
  readonly mode: Mode
  /** Comes from the environment when it is not known. */
  readonly clientId: string | undefined
}

/** One request as a program in five languages; each runs as it is. */
export const samplesOf = (facts: SampleFacts): readonly CodeSample[] => [
  { label: 'curl', code: curl(facts) },
  { label: 'Node.js', code: node(facts) },
  { label: 'Python', code: python(facts) },
  { label: 'PHP', code: php(facts) },
  { label: 'Go', code: go(facts) },
]

/** The variable of a shell that holds the token of a request. */
export const tokenVariables: Readonly<Record<Operation['access'], string | undefined>> = {
  anybody: undefined,
  client: 'TOKEN',
  manager: 'SCRIP_TOKEN',
  session: undefined,
}

function curl({ request, access, origin, mode, clientId }: SampleFacts): string {
  const call = curlOf(request, { origin, token: tokenVariables[access] })
  if (access !== 'client') return call
  return `${tokenCall({ origin, clientId, secret: undefined, mode })}\n\n${call}`
}

/** Where a program has its token from, if it needs one. */
const tokenIn = ({ access }: SampleFacts) =>
  access === 'client' ? 'client' : access === 'manager' ? 'environment' : 'none'

const quote = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`

const urlOf = ({ origin, request }: SampleFacts): string => `${origin}${request.path}`

const part = (text: string): string => (text === '' ? '' : `${text}\n\n`)

const node = (facts: SampleFacts) => {
  const { request, origin, mode, clientId } = facts
  const env = (name: string) => `process.env.${name}`
  const token = {
    none: '',
    environment: `const token = ${env('SCRIP_TOKEN')}`,
    client: `const answer = await fetch('${origin}/oauth/token', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({
    client_id: ${clientId === undefined ? env('SCRIP_CLIENT_ID') : quote(clientId)},
    client_secret: ${env('SCRIP_CLIENT_SECRET')},
    grant_type: 'client_credentials',
    audience: '${audiences[mode]}',
  }),
})
const { access_token: token } = await answer.json()`,
  }[tokenIn(facts)]
  const headers = [
    ...(token === '' ? [] : [`    Authorization: \`Bearer \${token}\`,`]),
    ...Object.entries(request.headers).map(
      ([name, value]) => `    ${quote(name)}: ${quote(value)},`,
    ),
  ]
  const init = [
    ...(request.method === 'GET' ? [] : [`  method: '${request.method}',`]),
    ...(headers.length === 0 ? [] : ['  headers: {', ...headers, '  },']),
    ...(request.body === undefined
      ? []
      : [`  body: JSON.stringify(${request.body.replaceAll('\n', '\n  ')}),`]),
  ]
  const options = init.length === 0 ? '' : `, {\n${init.join('\n')}\n}`
  return `${part(token)}const response = await fetch(${quote(urlOf(facts))}${options})
console.log(response.status, await response.text())`
}

const python = (facts: SampleFacts) => {
  const { request, origin, mode, clientId } = facts
  const env = (name: string) => `os.environ["${name}"]`
  const token = {
    none: '',
    environment: `token = ${env('SCRIP_TOKEN')}`,
    client: `token = requests.post("${origin}/oauth/token", json={
    "client_id": ${clientId === undefined ? env('SCRIP_CLIENT_ID') : JSON.stringify(clientId)},
    "client_secret": ${env('SCRIP_CLIENT_SECRET')},
    "grant_type": "client_credentials",
    "audience": "${audiences[mode]}",
}).json()["access_token"]`,
  }[tokenIn(facts)]
  const headers = [
    ...(token === '' ? [] : ['        "Authorization": f"Bearer {token}",']),
    ...Object.entries(request.headers).map(
      ([name, value]) => `        ${JSON.stringify(name)}: ${JSON.stringify(value)},`,
    ),
  ]
  const lines = [
    `    "${request.method}",`,
    `    ${JSON.stringify(urlOf(facts))},`,
    ...(headers.length === 0 ? [] : ['    headers={', ...headers, '    },']),
    // Raw, as JSON escapes by backslashes as well.
    ...(request.body === undefined ? [] : [`    data=r"""${request.body}""".encode(),`]),
  ]
  const imports = token === '' ? 'import requests' : 'import os\n\nimport requests'
  return `${part(imports)}${part(token)}response = requests.request(\n${lines.join('\n')}\n)
print(response.status_code, response.text)`
}

const php = (facts: SampleFacts) => {
  const { request, origin, mode, clientId } = facts
  const env = (name: string) => `getenv('${name}')`
  const token = {
    none: '',
    environment: `$token = ${env('SCRIP_TOKEN')};`,
    client: `$curl = curl_init('${origin}/oauth/token');
curl_setopt($curl, CURLOPT_RETURNTRANSFER, true);
curl_setopt($curl, CURLOPT_HTTPHEADER, ['Content-Type: application/json']);
curl_setopt($curl, CURLOPT_POSTFIELDS, json_encode([
    'client_id' => ${clientId === undefined ? env('SCRIP_CLIENT_ID') : quote(clientId)},
    'client_secret' => ${env('SCRIP_CLIENT_SECRET')},
    'grant_type' => 'client_credentials',
    'audience' => '${audiences[mode]}',
]));
$token = json_decode(curl_exec($curl), true)['access_token'];`,
  }[tokenIn(facts)]
  const headers = [
    ...(token === '' ? [] : ['    "Authorization: Bearer $token",']),
    ...Object.entries(request.headers).map(([name, value]) => `    ${quote(`${name}: ${value}`)},`),
  ]
  const lines = [
    `$curl = curl_init(${quote(urlOf(facts))});`,
    ...(request.method === 'GET'
      ? []
      : [`curl_setopt($curl, CURLOPT_CUSTOMREQUEST, '${request.method}');`]),
    ...(headers.length === 0
      ? []
      : ['curl_setopt($curl, CURLOPT_HTTPHEADER, [', ...headers, ']);']),
    ...(request.body === undefined
      ? []
      : [`curl_setopt($curl, CURLOPT_POSTFIELDS, <<<'JSON'\n${request.body}\nJSON);`]),
    'curl_exec($curl);',
  ]
  return `<?php\n${part(token)}${lines.join('\n')}`
}

const go = (facts: SampleFacts) => {
  const { request, origin, mode, clientId } = facts
  const source = tokenIn(facts)
  const env = (name: string) => `os.Getenv("${name}")`
  const id = clientId === undefined ? env('SCRIP_CLIENT_ID') : JSON.stringify(clientId)
  const token = {
    none: '',
    environment: `\ttoken := ${env('SCRIP_TOKEN')}\n`,
    client: `\tcredentials, _ := json.Marshal(map[string]string{
\t\t"client_id":     ${id},
\t\t"client_secret": ${env('SCRIP_CLIENT_SECRET')},
\t\t"grant_type":    "client_credentials",
\t\t"audience":      "${audiences[mode]}",
\t})
\tanswer, err := http.Post("${origin}/oauth/token", "application/json", bytes.NewReader(credentials))
\tif err != nil {
\t\tpanic(err)
\t}
\tvar token struct {
\t\tAccessToken string \`json:"access_token"\`
\t}
\tjson.NewDecoder(answer.Body).Decode(&token)
`,
  }[source]
  const bearer = source === 'client' ? 'token.AccessToken' : 'token'
  const { body } = request
  // A raw text of Go holds everything but its own quotation mark.
  const content =
    body === undefined ? 'nil' : `strings.NewReader(\`${body.replaceAll('`', '\\u0060')}\`)`
  const headers = [
    ...(source === 'none' ? [] : [`\trequest.Header.Set("Authorization", "Bearer "+${bearer})`]),
    ...Object.entries(request.headers).map(
      ([name, value]) => `\trequest.Header.Set(${JSON.stringify(name)}, ${JSON.stringify(value)})`,
    ),
  ]
  const imports = [
    ...(source === 'client' ? ['bytes', 'encoding/json'] : []),
    ...['fmt', 'io', 'net/http'],
    ...(source === 'none' ? [] : ['os']),
    ...(body === undefined ? [] : ['strings']),
  ]
  return `package main

import (
${imports.map((name) => `\t"${name}"`).join('\n')}
)

func main() {
${token}\trequest, _ := http.NewRequest("${request.method}", ${JSON.stringify(urlOf(facts))}, ${content})
${headers.map((line) => `${line}\n`).join('')}\tresponse, err := http.DefaultClient.Do(request)
\tif err != nil {
\t\tpanic(err)
\t}
\tdefer response.Body.Close()
\tcontent, _ := io.ReadAll(response.Body)
\tfmt.Println(response.Status, string(content))
}`
}
