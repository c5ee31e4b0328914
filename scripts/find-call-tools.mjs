import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { isMain } from './project.mjs'

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
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return (
    [...folders, '/usr/sbin', '/sbin'].map((folder) => join(folder, name)).find(isExecutable) ??
    null
  )
}

/** What can't be tested here, in words. */
export function untestedCalls() {
  const missing = Object.entries(tools).filter(([name]) => !findCallTool(name))
  return missing.map(([name, { without }]) => `${without} (${name} is missing)`)
}

function fetchFromDebian() {
  const missing = Object.keys(tools).filter((name) => !findCallTool(name))
  const apt = findCallTool('apt-get')
  if (missing.length === 0 || process.getuid?.() !== 0 || !apt) return
  const packages = [...new Set(missing.map((name) => tools[name].package))]
  console.log(`Installing Debian’s packages ${packages.join(', ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...words) => spawnSync(apt, words, { env, stdio: 'ignore' })
  run('update', '-qq')
  // One by one: where a release lacks one of them, the others are still to be had.
  for (const name of packages) run('install', '-y', '-qq', '--no-install-recommends', name)
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

if (isMain(import.meta.url)) {
  fetchFromDebian()
  for (const name of Object.keys(tools)) console.log(`${name}: ${findCallTool(name) ?? 'none'}`)
}
