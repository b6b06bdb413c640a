// biome-ignore-all lint/style/useNodejsImportProtocol: Node.js before 14.18 does not know it.
'use strict'
// Loaded by `scrip exec` into every Node.js process, with `--require` in NODE_OPTIONS: connections
// to the Reloadly hosts go to the local proxy, which answers from OpenScrip. Node.js itself needs
// this because fetch and https ignore HTTPS_PROXY; in Deno and Bun fetch obeys it and node:https
// does not. It must run on Node.js 14 and disturb nothing, so it is plain CommonJS and does nothing
// at all unless `scrip exec` has left its settings.

const settings = readSettings()
if (settings !== undefined) install(settings)

function readSettings() {
  try {
    // Reading a variable without leave makes Deno ask the user for it.
    const variable = { name: 'env', variable: 'SCRIP_EXEC' }
    const { Deno } = globalThis
    if (Deno && Deno.permissions.querySync(variable).state !== 'granted') return undefined
    return JSON.parse(process.env.SCRIP_EXEC)
  } catch (_) {
    return undefined
  }
}

function install(given) {
  const net = require('net')
  const tls = require('tls')
  redirectConnections(net, given)
  trustAuthority(tls, given)
  const { syncBuiltinESMExports } = require('module')
  // Without it `import { connect } from 'node:tls'` gives the function from before.
  if (syncBuiltinESMExports) syncBuiltinESMExports()
}

/** All of tls, http, https, http2 and fetch connect through this one method. */
function redirectConnections(net, given) {
  const original = net.Socket.prototype.connect
  net.Socket.prototype.connect = function connect(...args) {
    const { options, callback } = readArguments(args)
    // Another port of these hosts does not exist at Reloadly and must not be reached either.
    if (options === undefined || options.path) return original.apply(this, args)
    const host = options.host || 'localhost'
    if (isReloadly(host, given)) {
      const redirected = Object.assign({}, options, { host: '127.0.0.1', port: given.tlsPort })
      for (const name of ['localAddress', 'localPort', 'family', 'lookup']) delete redirected[name]
      return callback ? original.call(this, redirected, callback) : original.call(this, redirected)
    }
    if (given.offline && !isLoopback(host)) return refuse(this, host, given)
    return original.apply(this, args)
  }
}

/** Adds the authority for these hosts only; what a program trusts elsewhere stays as it is. */
function trustAuthority(tls, given) {
  const original = tls.connect
  tls.connect = function connect(...args) {
    const index = args.findIndex((arg) => typeof arg === 'object' && arg !== null)
    const options = index === -1 ? {} : args[index]
    const host = typeof args[1] === 'string' ? args[1] : options.host
    if (!isReloadly(options.servername || host, given)) return original.apply(this, args)
    if (options.secureContext) {
      // Made by the program, so it cannot be replaced without losing its settings.
      options.secureContext.context.addCACert(given.authority)
      return original.apply(this, args)
    }
    const ca = options.ca ? [].concat(options.ca, given.authority) : given.authority
    const trusting = Object.assign({}, options, { ca })
    // A program may have looked the address up by itself; the name says where it wants to go.
    if (!options.socket && !options.path && !isLoopback(host)) {
      trusting.host = options.servername || host
      if (typeof args[1] === 'string') args[1] = trusting.host
    }
    if (index === -1) args.splice(typeof args[1] === 'string' ? 2 : 1, 0, trusting)
    else args[index] = trusting
    return original.apply(this, args)
  }
}

/** Socket.connect takes (options), (port, host), (path), and net.connect's own list of those. */
function readArguments(args) {
  const list = Array.isArray(args[0]) ? args[0] : args
  const callback = list.find((arg) => typeof arg === 'function')
  const first = list[0]
  if (typeof first === 'object' && first !== null) return { options: first, callback }
  const isPort = typeof first === 'number' || (typeof first === 'string' && /^\d+$/.test(first))
  if (!isPort) return { options: undefined, callback }
  const host = typeof list[1] === 'string' ? list[1] : undefined
  return { options: { port: first, host }, callback }
}

function isReloadly(host, given) {
  return typeof host === 'string' && given.hosts.includes(host.toLowerCase().replace(/\.$/, ''))
}

function isLoopback(host) {
  const name = String(host)
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^::ffff:/, '')
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '::1' ||
    /^127\.\d+\.\d+\.\d+$/.test(name)
  )
}

const refused = new Set()

function refuse(socket, host, given) {
  if (!given.quiet && !refused.has(host)) {
    refused.add(host)
    const notice = `scrip exec: refused ${host}: --offline allows no host but Reloadly's\n`
    // Straight to the descriptor: a program may have put something else on process.stderr.
    try {
      require('fs').writeSync(2, notice)
    } catch (_) {
      // Closed or full; the error below says the same.
    }
  }
  const error = new Error(`scrip exec --offline refuses ${host}`)
  Object.assign(error, { code: 'ECONNREFUSED', syscall: 'connect', address: host })
  socket.connecting = true
  // Later, as a failing connect would, when the caller listens for errors.
  setImmediate(() => socket.destroy(error))
  return socket
}
