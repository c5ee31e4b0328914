import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import { launchWith } from '../../playwright.config.ts'
import { findWholeBrowser } from '../../scripts/find-browser.mjs'
import { findCallTool } from '../../scripts/find-call-tools.mjs'
import { freePort } from '../../server/test/free-port.ts'
import { type BuiltServer, startServer } from '../built-server.ts'
import { fakeDevices } from './call-world.ts'

const run = promisify(execFile)

/** One end of a line: a network of its own, in which a browser can be started. */
export interface Network {
  /** Starts a program in it: what Playwright takes for a browser. */
  readonly launcher: (browser: string) => Promise<string>
  readonly cut: () => Promise<void>
  readonly mend: () => Promise<void>
  /** The address that it had is gone, and it has one that it never had: as from one wireless network to the next. */
  readonly changeAddress: () => Promise<void>
  /** What comes in on it, of each hundred packets. */
  readonly lose: (percent: number) => Promise<void>
  /** What goes out. */
  readonly narrow: (kilobits: number) => Promise<void>
  /** Whole, and as wide as it was. */
  readonly restore: () => Promise<void>
}

export interface Networks {
  /** Of this machine, as both of them see it. */
  readonly address: string
  readonly one: Network
  readonly other: Network
  readonly remove: () => Promise<void>
}

/** A server that lies between them: both reach it by the address of this machine. */
export async function startBetween(networks: Networks, dataDir: string): Promise<BuiltServer> {
  const port = String(await freePort(networks.address))
  const PUBLIC_URL = `http://${networks.address}:${port}`
  return startServer(dataDir, { HOST: '0.0.0.0', PORT: port, PUBLIC_URL })
}

/** A browser in this network, with a camera and a microphone, that opens pages of `url`. */
export async function browserIn(
  network: Network,
  url: string,
  devices = fakeDevices,
): Promise<Browser> {
  const launch = launchWith(
    ...devices,
    // Camera and microphone are for pages of https, or of this machine itself. Only browsers with windows know this word.
    `--unsafely-treat-insecure-origin-as-secure=${url}`,
  )
  const executablePath = await network.launcher(findWholeBrowser() ?? 'chromium')
  return chromium.launch({ ...launch, executablePath })
}

/** Why no networks can be made here; null where they can. */
export async function networksMissing(): Promise<string | null> {
  const missing = ['ip', 'tc', 'nft'].filter((name) => !findCallTool(name))
  if (!findWholeBrowser()) missing.push('a browser with windows')
  if (missing.length > 0) return `${missing.join(', ')} is missing`
  const probe = `ec-probe-${process.pid}`
  try {
    await ip('netns', 'add', probe)
    await ip('netns', 'del', probe)
    return null
  } catch {
    return 'this machine allows no network namespaces'
  }
}

/** Two networks that are joined at this machine, which knows both. */
export async function joinNetworks(): Promise<Networks> {
  const tag = `ec${process.pid % 10_000}`
  const net = `10.${100 + (process.pid % 100)}.${process.pid % 250}`
  const folder = await mkdtemp(join(tmpdir(), 'networks-'))
  const bridge = `${tag}br`
  await ip('link', 'add', bridge, 'type', 'bridge')
  await ip('addr', 'add', `${net}.1/24`, 'dev', bridge)
  await ip('link', 'set', bridge, 'up')

  async function make(name: string, host: number): Promise<Network> {
    const space = `${tag}${name}`
    const own = (...words: string[]) => ip('-n', space, ...words)
    const within = (tool: string, ...words: string[]) =>
      ip('netns', 'exec', space, findCallTool(tool) ?? tool, ...words)
    let changes = 0
    let address = `${net}.${host}/24`
    await ip('netns', 'add', space)
    await ip('link', 'add', `${space}v`, 'type', 'veth', 'peer', 'name', 'line', 'netns', space)
    await ip('link', 'set', `${space}v`, 'master', bridge, 'up')
    await own('link', 'set', 'lo', 'up')
    await own('link', 'set', 'line', 'up')
    await own('addr', 'add', address, 'dev', 'line')
    await own('route', 'add', 'default', 'via', `${net}.1`)
    return {
      async launcher(browser) {
        const file = join(folder, name)
        const line = `exec ${findCallTool('ip')} netns exec ${space} ${browser} "$@"`
        await writeFile(file, `#!/bin/sh\n${line}\n`)
        await chmod(file, 0o755)
        return file
      },
      // The bridge's end: inside, the browser would be told that its network is gone.
      cut: () => ip('link', 'set', `${space}v`, 'nomaster'),
      mend: () => ip('link', 'set', `${space}v`, 'master', bridge),
      async changeAddress() {
        changes += 1
        const next = `${net}.${host + 10 * changes}/24`
        await own('addr', 'del', address, 'dev', 'line')
        await own('addr', 'add', next, 'dev', 'line')
        await own('route', 'replace', 'default', 'via', `${net}.1`)
        address = next
      },
      async lose(percent) {
        await within('nft', 'add table inet loss')
        await within('nft', 'add chain inet loss in { type filter hook input priority 0; }')
        // Sockets of the server run over TCP, which would only slow down.
        const rule = `meta l4proto udp numgen random mod 100 < ${percent} drop`
        await within('nft', `add rule inet loss in ${rule}`)
      },
      async narrow(kilobits) {
        const rate = ['rate', `${kilobits}kbit`, 'burst', '4kb', 'latency', '300ms']
        await within('tc', 'qdisc', 'replace', 'dev', 'line', 'root', 'tbf', ...rate)
      },
      async restore() {
        await ip('link', 'set', `${space}v`, 'master', bridge)
        // Each fails where there is nothing to take away.
        await within('tc', 'qdisc', 'del', 'dev', 'line', 'root').catch(() => undefined)
        await within('nft', 'delete table inet loss').catch(() => undefined)
      },
    }
  }

  const one = await make('a', 2)
  const other = await make('b', 3)
  return {
    address: `${net}.1`,
    one,
    other,
    async remove() {
      await ip('netns', 'del', `${tag}a`)
      await ip('netns', 'del', `${tag}b`)
      await ip('link', 'del', bridge)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function ip(...words: string[]): Promise<void> {
  await run(findCallTool('ip') ?? 'ip', words)
}
