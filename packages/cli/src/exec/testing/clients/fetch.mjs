const { RELOADLY_CLIENT_ID: client_id, RELOADLY_CLIENT_SECRET: client_secret } = process.env
const response = await fetch('https://auth.reloadly.com/oauth/token', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ client_id, client_secret }),
})
console.log(response.status, await response.text())
