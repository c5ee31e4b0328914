import { spawnSync } from 'node:child_process'
import { basename, join } from 'node:path'
import { installFromDebian, isExecutable, isMain, onPath, program, root } from './project.mjs'

// Playwright drives any Chromium, Chrome or Edge. Which one this machine has is found here; where it has none, one is
// fetched, and every step is said.

/** The same engine without windows, which nobody sees: its painting takes half of the time. */
const shell = 'chromium-headless-shell'
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
]

/** The browser's file, or null. `CHROME_PATH` decides alone where it is set. */
export function findBrowser() {
  const { CHROME_PATH } = process.env
  if (CHROME_PATH) return isExecutable(CHROME_PATH) ? CHROME_PATH : null
  return onPath(shell).find(isExecutable) ?? findWholeBrowser()
}

/** One that has windows, and so asks for what pages want to use, or null. */
export function findWholeBrowser() {
  const { CHROME_PATH } = process.env
  if (CHROME_PATH && isExecutable(CHROME_PATH) && basename(CHROME_PATH) !== shell) {
    return CHROME_PATH
  }
  return [...names.flatMap(onPath), ...usualPlaces()].find(isExecutable) ?? downloaded()
}

/** Finds a browser or gets one. Throws where neither can be done. */
export function ensureBrowser() {
  const { CHROME_PATH } = process.env
  if (CHROME_PATH && !isExecutable(CHROME_PATH)) {
    throw new Error(`CHROME_PATH names no program: ${CHROME_PATH}`)
  }
  const found = findBrowser() ?? fromDebian() ?? fromPlaywright()
  if (found) return found
  throw new Error(
    'No browser for the tests was found, and none could be fetched: install Chromium, Chrome or Edge, or set CHROME_PATH.',
  )
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', join(process.env.HOME ?? '', 'Applications')].map((folder) =>
        join(folder, `${name}.app/Contents/MacOS/${name}`),
      ),
    )
  }
  if (process.platform === 'win32') {
    const { ProgramFiles, LOCALAPPDATA } = process.env
    const folders = [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA]
    return folders
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Chromium/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ])
  }
  return ['/opt/google/chrome/chrome', '/snap/bin/chromium']
}

/** The one in Playwright's own cache, where `npx playwright install` puts it. */
function downloaded() {
  const code = "console.log(require('@playwright/test').chromium.executablePath())"
  const { stdout } = spawnSync(process.execPath, ['-e', code], { cwd: root, encoding: 'utf8' })
  const file = stdout?.trim()
  return file && isExecutable(file) ? file : null
}

function fromDebian() {
  const packages = [shell, 'chromium']
  installFromDebian(packages, `No browser found: installing Debian’s ${packages.join(' and ')} …`)
  return findBrowser()
}

function fromPlaywright() {
  console.log('No browser found: downloading Playwright’s Chromium into its usual cache …')
  const cli = program('.', '@playwright/test', 'playwright')
  if (cli) spawnSync(process.execPath, [cli, 'install', 'chromium'], { cwd: root, stdio: 'ignore' })
  return downloaded()
}

if (isMain(import.meta.url)) {
  try {
    console.log(ensureBrowser())
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
