// The lowest level a program may use, imported by name, with no server name sent.
import { connect } from 'node:tls'

const body = JSON.stringify({
  client_id: process.env.RELOADLY_CLIENT_ID,
  client_secret: process.env.RELOADLY_CLIENT_SECRET,
})
const socket = connect(443, 'auth.reloadly.com', () => {
  socket.write(
    `POST /oauth/token HTTP/1.1\r\nHost: auth.reloadly.com\r\nConnection: close\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  )
})
socket.pipe(process.stdout)
