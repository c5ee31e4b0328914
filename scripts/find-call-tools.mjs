import { join } from 'node:path'
import { installFromDebian, isExecutable, isMain, onPath } from './project.mjs'

// Calls are tested through a real relay, between networks that can be cut, and with a second browser. What this machine
// has of them is found here; on Debian, started as its administrator, this file fetches what is missing.

const tools = {
  turnserver: { package: 'coturn', without: 'calls through a relay' },
  'firefox-esr': { package: 'firefox-esr', without: 'calls between Chromium and Firefox' },
  ip: { package: 'iproute2', without: 'calls between networks that break' },
  tc: { package: 'iproute2', without: 'calls on a narrow line' },
  nft: { package: 'nftables', without: 'calls on a line that loses' },
}

/** The program's file, or null. Those of administrators are on the PATH of few people. */
export function findCallTool(name) {
  const hidden = ['/usr/sbin', '/sbin'].map((folder) => join(folder, name))
  return [...onPath(name), ...hidden].find(isExecutable) ?? null
}

/** What can't be tested here, in words. */
export function untestedCalls() {
  const missing = Object.entries(tools).filter(([name]) => !findCallTool(name))
  return missing.map(([name, { without }]) => `${without} (${name} is missing)`)
}

function fetchFromDebian() {
  const missing = Object.keys(tools).filter((name) => !findCallTool(name))
  if (missing.length === 0) return
  const packages = [...new Set(missing.map((name) => tools[name].package))]
  installFromDebian(packages, `Installing Debian’s packages ${packages.join(', ')} …`)
}

if (isMain(import.meta.url)) {
  fetchFromDebian()
  for (const name of Object.keys(tools)) console.log(`${name}: ${findCallTool(name) ?? 'none'}`)
}
