import { join } from 'node:path'
import { optionalTools } from './optional-tools.mjs'
import { isExecutable, isMain, onPath } from './project.mjs'

// Calls are tested through a real relay, between networks that can be cut, and with a second browser. What this machine
// has of them is found here; on Debian, started as its administrator, this file fetches what is missing.

/** Those of administrators are on the PATH of few people. */
function find(name) {
  const hidden = ['/usr/sbin', '/sbin'].map((folder) => join(folder, name))
  return [...onPath(name), ...hidden].find(isExecutable) ?? null
}

const tools = optionalTools({
  turnserver: { find, package: 'coturn', without: 'calls through a relay' },
  'firefox-esr': { find, without: 'calls between Chromium and Firefox' },
  ip: { find, package: 'iproute2', without: 'calls between networks that break' },
  tc: { find, package: 'iproute2', without: 'calls on a narrow line' },
  nft: { find, package: 'nftables', without: 'calls on a line that loses' },
})

export const findCallTool = tools.find
export const untestedCalls = tools.untested

if (isMain(import.meta.url)) tools.fetch()
