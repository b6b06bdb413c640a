export interface JavaOptions {
  port: number
  trustStore: { file: string; password: string }
  noProxy: string
  offline: boolean
}

/**
 * The options that make a Java program use the proxy and trust its certificates.
 *
 * Java knows no variable for a proxy and no list of hosts that should use one, so its other
 * hosts come to the proxy too and pass through.
 */
export function javaOptions({ port, trustStore, noProxy, offline }: JavaOptions): string {
  // Plain http can go its usual way unless it must be refused.
  const schemes = offline ? ['https', 'http'] : ['https']
  const options = [
    ...schemes.flatMap((scheme) => [
      `-D${scheme}.proxyHost=127.0.0.1`,
      `-D${scheme}.proxyPort=${port}`,
    ]),
    `-Dhttp.nonProxyHosts=${nonProxyHosts(noProxy)}`,
    `-Djavax.net.ssl.trustStore=${trustStore.file}`,
    '-Djavax.net.ssl.trustStoreType=JKS',
    `-Djavax.net.ssl.trustStorePassword=${trustStore.password}`,
  ]
  return options.map(quote).join(' ')
}

/** NO_PROXY in Java's notation: `*` stands for any text and `|` separates. */
export function nonProxyHosts(noProxy: string): string {
  const names = noProxy.split(',').flatMap((entry) => {
    const name = entry.replace(/:\d+$/, '').replace(/^\*?\./, '')
    // Java matches text, so an address range or an IPv6 address cannot be carried over.
    if (name === '' || /[/:]/.test(name)) return []
    return /^[\d.]+$/.test(name) ? [name] : [name, `*.${name}`]
  })
  return [...new Set(['localhost', '127.*', '[::1]', ...names])].join('|')
}

function quote(option: string): string {
  return /\s/.test(option) ? `"${option}"` : option
}
