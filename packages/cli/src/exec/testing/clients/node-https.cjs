// Old style: CommonJS, callbacks, an agent of its own.
const https = require('node:https')

const body = JSON.stringify({
  client_id: process.env.RELOADLY_CLIENT_ID,
  client_secret: process.env.RELOADLY_CLIENT_SECRET,
})
const options = {
  method: 'POST',
  agent: new https.Agent({ keepAlive: false }),
  headers: { 'content-type': 'application/json', 'content-length': body.length },
}
const request = https.request('https://auth.reloadly.com/oauth/token', options, (response) => {
  let text = ''
  response.on('data', (chunk) => {
    text += chunk
  })
  response.on('end', () => console.log(response.statusCode, text))
})
request.end(body)
