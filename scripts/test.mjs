import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAll } from './build.mjs'
import { checkBudget } from './check-budget.mjs'
import { ensureBrowser } from './find-browser.mjs'
import { describeMongo, howToGetOne } from './find-mongod.mjs'
import { program, root } from './project.mjs'
import { requireTools } from './require-tools.mjs'

// The whole `npm test`. Every stage runs, whatever became of the one before, unless it has nothing to run on.

requireTools()

const reports = mkdtempSync(join(tmpdir(), 'test-reports-'))
const total = { passed: 0, failed: 0, skipped: 0 }

function heading(text) {
  console.log(`\n━━ ${text} ${'━'.repeat(Math.max(0, 76 - text.length))}\n`)
}

function run(file, words, env = {}) {
  const { status } = spawnSync(process.execPath, [file, ...words], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  return status === 0
}

/** A stage without tests of its own counts where it fails. */
function demand(passed) {
  if (!passed) total.failed += 1
  return passed
}

/** Adds what a runner reported. One that failed without a failed test (a file that does not load) counts as one. */
function add(passed, report) {
  const counts = existsSync(report.file)
    ? report.count(JSON.parse(readFileSync(report.file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 }
  if (!passed && counts.failed === 0) counts.failed = 1
  for (const kind of Object.keys(total)) total[kind] += counts[kind]
}

function vitest(name, words) {
  const file = join(reports, `${name}.json`)
  const passed = run(program('.', 'vitest'), [
    'run',
    '--configLoader=runner',
    ...words,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  add(passed, {
    file,
    count: (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }),
  })
}

function playwright(browser) {
  const file = join(reports, 'playwright.json')
  const passed = run(
    program('.', '@playwright/test', 'playwright'),
    ['test', '--reporter=list,json'],
    {
      CHROME_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    },
  )
  add(passed, {
    file,
    count: ({ stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
    }),
  })
}

/** Whether this went through; a fault is told in its own words. */
function succeeds(step) {
  try {
    step()
    return true
  } catch (error) {
    console.error(error.message)
    return false
  }
}

heading('Format, lint, types, dead code')
demand(run('scripts/check.mjs', []))

heading('Build')
const isBuilt = demand(succeeds(buildAll))
if (isBuilt) demand(succeeds(() => console.log(checkBudget())))

heading('Contract, server, client')
vitest('units', ['--project=!ways'])

if (isBuilt) {
  heading('In the browser')
  let browser
  const isFound = succeeds(() => {
    browser = ensureBrowser()
    console.log(`Browser: ${browser}`)
  })
  if (demand(isFound)) playwright(browser)

  heading('The ways to start, on a clean copy')
  vitest('ways', ['--project=ways'])
}

rmSync(reports, { recursive: true, force: true })
if (!describeMongo() && !process.env.MONGO_DOWNLOAD) {
  console.log('\nThe MongoDB half did not run: this machine has no server for it.')
  console.log(howToGetOne)
  // The runner may have failed for that already, but may also have been told to start nothing.
  if (process.env.REQUIRE_MONGO) demand(false)
}
if (total.skipped > 0) console.log(`\n${total.skipped} skipped`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
