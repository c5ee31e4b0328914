import { defineConfig, devices, type LaunchOptions } from '@playwright/test'
import { findBrowser } from './scripts/find-browser.mjs'

// Found once; the workers inherit it. Without one Playwright's own is tried, and says what is missing.
const browser = findBrowser()
if (browser) process.env.CHROME_PATH = browser

/** How every browser of the tests is started: the one that was found, with more words of its command line. */
export function launchWith(...more: readonly string[]): LaunchOptions {
  return {
    ...(browser ? { executablePath: browser } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  }
}

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  workers: Number(process.env.E2E_WORKERS ?? 2),
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Only what hangs is meant to reach these: a busy machine is several times slower than a quiet one.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    locale: 'en-GB',
    timezoneId: 'Asia/Kathmandu',
    // What moves is painted without a graphics card here, frame by frame.
    contextOptions: { reducedMotion: 'reduce' },
    // Recording every step of every test costs a quarter of the time.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: launchWith(),
  },
})
