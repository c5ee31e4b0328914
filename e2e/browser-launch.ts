import type { LaunchOptions } from '@playwright/test'

/** How every browser of the tests is started: the one that was found, with more words of its command line. */
export function launchWith(...more: readonly string[]): LaunchOptions {
  const { CHROME_PATH } = process.env
  return {
    ...(CHROME_PATH ? { executablePath: CHROME_PATH } : {}),
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
