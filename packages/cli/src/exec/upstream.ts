import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { type Destination, destinationOf, formatAuthority, isLoopback } from './hosts.ts'
import { isExempt } from './no-proxy.ts'

/** The proxy settings that the user's environment had before this command changed them. */
export interface UpstreamSettings {
  http?: URL
  https?: URL
  noProxy: string
}

export interface UpstreamChoice {
  /** The proxy to go through, undefined for a direct connection. */
  proxy: URL | undefined
  destination: Destination
}

const connectTimeoutMs = 30_000

/**
 * Reads the proxies that the user's environment names; lower-case names win, as in curl.
 *
 * @throws when a proxy is no URL of an HTTP proxy, because silently going around it may be
 *   exactly what a company forbids
 */
export function readUpstream(env: NodeJS.ProcessEnv): UpstreamSettings {
  const read = (name: string) => env[name.toLowerCase()] || env[name] || undefined
  const http = parseProxy(read('HTTP_PROXY') ?? read('ALL_PROXY'))
  const https = parseProxy(read('HTTPS_PROXY') ?? read('ALL_PROXY'))
  return {
    ...(http && { http }),
    ...(https && { https }),
    noProxy: read('NO_PROXY') ?? '',
  }
}

export function chooseUpstream(
  settings: UpstreamSettings,
  scheme: 'http' | 'https',
  destination: Destination,
): UpstreamChoice {
  const isDirect = isLoopback(destination.host) || isExempt(settings.noProxy, destination)
  return { proxy: isDirect ? undefined : settings[scheme], destination }
}

/** Opens a byte stream to the destination, through the user's proxy if there is one. */
export async function openTunnel(choice: UpstreamChoice, roots: string[]): Promise<Duplex> {
  const { proxy, destination } = choice
  return proxy === undefined ? connectTo(destination) : connectThrough(proxy, destination, roots)
}

/** The credentials of a proxy URL as its header, or none. */
export function proxyHeaders(proxy: URL): Record<string, string> {
  if (proxy.username === '' && proxy.password === '') return {}
  const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`
  return { 'Proxy-Authorization': `Basic ${Buffer.from(pair).toString('base64')}` }
}

function connectTo({ host, port }: Destination): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port })
    socket.setTimeout(connectTimeoutMs, () => socket.destroy(new Error('connecting took too long')))
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject)
      socket.setTimeout(0)
      resolve(socket)
    })
  })
}

function connectThrough(proxy: URL, destination: Destination, roots: string[]): Promise<Socket> {
  const authority = formatAuthority(destination)
  return new Promise((resolve, reject) => {
    const open = proxy.protocol === 'https:' ? httpsRequest : httpRequest
    const request = open({
      ...destinationOf(proxy),
      method: 'CONNECT',
      path: authority,
      headers: { Host: authority, ...proxyHeaders(proxy) },
      ca: roots,
      agent: false,
      timeout: connectTimeoutMs,
    })
    request.once('timeout', () => request.destroy(new Error('your proxy took too long')))
    request.once('error', reject)
    request.once('connect', (answer, socket, head) => {
      request.off('error', reject)
      if (answer.statusCode === 200) {
        if (head.length > 0) socket.unshift(head)
        socket.setTimeout(0)
        resolve(socket)
      } else {
        socket.destroy()
        reject(new Error(`your proxy ${proxy.host} answered ${answer.statusCode}`))
      }
    })
    request.end()
  })
}

function parseProxy(value: string | undefined): URL | undefined {
  if (value === undefined) return undefined
  const text = value.includes('://') ? value : `http://${value}`
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url
  throw new Error(
    'The environment names a proxy that is no HTTP proxy (HTTPS_PROXY, HTTP_PROXY or ALL_PROXY). ' +
      'Unset it, name an HTTP proxy, or use --offline.',
  )
}
