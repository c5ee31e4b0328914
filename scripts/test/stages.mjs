import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { program, root } from '../project.mjs'

/** What the stages of this run came to, together. */
export const total = { passed: 0, failed: 0, skipped: 0 }

export function heading(text) {
  console.log(`\n━━ ${text} ${'━'.repeat(Math.max(0, 76 - text.length))}\n`)
}

export function run(file, words, env = {}) {
  const { status } = spawnSync(process.execPath, [file, ...words], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  return status === 0
}

/** A stage without tests of its own counts where it fails. */
export function demand(passed) {
  if (!passed) total.failed += 1
  return passed
}

/** Whether this went through; a fault is told in its own words. */
export function succeeds(step) {
  try {
    step()
    return true
  } catch (error) {
    console.error(error.message)
    return false
  }
}

export function vitest(words, env = {}) {
  return counted((file) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    return run(
      program('.', 'vitest'),
      ['run', '--configLoader=runner', ...words, ...reporters],
      env,
    )
  }, countOfVitest)
}

/**
 * It changes the machine's own networks, and whatever another browser is loading at that moment fails there. So it runs
 * behind all others, with nothing beside it.
 */
const alone = 'calls/networks.spec.ts'

export function playwright(browser, env = {}) {
  const beside = playwrightWith(browser, ['--grep-invert', alone], env)
  const last = playwrightWith(browser, ['--grep', alone], env)
  return { passed: beside.passed + last.passed, failed: beside.failed + last.failed }
}

function playwrightWith(browser, words, env) {
  const runner = program('.', '@playwright/test', 'playwright')
  return counted(
    (file) =>
      run(runner, ['test', '--reporter=list,json', ...words], {
        ...env,
        CHROME_PATH: browser,
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      }),
    countOfPlaywright,
  )
}

function countOfVitest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function countOfPlaywright({ stats }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }
}

/** Adds what a runner reported. One that failed without a failed test (a file that does not load) counts as one. */
function counted(runInto, countOf) {
  const folder = mkdtempSync(join(tmpdir(), 'test-report-'))
  const file = join(folder, 'report.json')
  const passed = runInto(file)
  const counts = existsSync(file)
    ? countOf(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 }
  rmSync(folder, { recursive: true, force: true })
  if (!passed && counts.failed === 0) counts.failed = 1
  for (const kind of Object.keys(total)) total[kind] += counts[kind]
  return counts
}

/** The last words of a run, and its exit code. */
export function conclude() {
  if (total.skipped > 0) console.log(`\n${total.skipped} skipped`)
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
}
