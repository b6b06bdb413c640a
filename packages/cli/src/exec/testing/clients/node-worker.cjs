// Two worker threads and the main thread.
const { Worker, SHARE_ENV, isMainThread, workerData } = require('node:worker_threads')
const https = require('node:https')

if (isMainThread) {
  const { RELOADLY_CLIENT_ID, RELOADLY_CLIENT_SECRET } = process.env
  const data = { client_id: RELOADLY_CLIENT_ID, client_secret: RELOADLY_CLIENT_SECRET }
  new Worker(__filename, { workerData: data, env: SHARE_ENV })
  new Worker(__filename, { workerData: data })
  post(data)
} else {
  post(workerData)
}

function post(data) {
  const headers = { 'content-type': 'application/json' }
  const request = https.request(
    'https://auth.reloadly.com/oauth/token',
    { method: 'POST', headers },
    (response) => response.on('data', (chunk) => console.log(response.statusCode, String(chunk))),
  )
  request.end(JSON.stringify(data))
}
