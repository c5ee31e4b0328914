import { expect, test } from 'vitest'
import { browserFamily } from '../../../src/lib/browser/browser-family.ts'

const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15'
const android = 'Mozilla/5.0 (Linux; Android 10; K)'
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  [`${windows} ${webkit} Chrome/140.0.0.0 Safari/537.36`, 0, 'chrome', 'windows', 'chromium'],
  [
    `${windows} ${webkit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
    0,
    'edge',
    'windows',
    'chromium',
  ],
  [`${mac} AppleWebKit/605.1.15 Version/18.4 Safari/605.1.15`, 0, 'safari', 'macos', 'webkit'],
  [`${mac} AppleWebKit/605.1.15 Version/18.4 Safari/605.1.15`, 5, 'safari', 'ios', 'webkit'],
  [
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    0,
    'firefox',
    'linux',
    'gecko',
  ],
  [`${iphone} Version/18.5 Mobile/15E148 Safari/604.1`, 5, 'safari', 'ios', 'webkit'],
  [`${iphone} CriOS/140.0.0.0 Mobile/15E148 Safari/604.1`, 5, 'chrome', 'ios', 'webkit'],
  [`${iphone} FxiOS/140.0 Mobile/15E148 Safari/605.1.15`, 5, 'firefox', 'ios', 'webkit'],
  [
    `${android} ${webkit} Chrome/140.0.0.0 Mobile Safari/537.36`,
    5,
    'chrome',
    'android',
    'chromium',
  ],
  [
    'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
    5,
    'firefox',
    'android',
    'gecko',
  ],
  [
    `${android} ${webkit} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`,
    5,
    'other',
    'android',
    'chromium',
  ],
])('%s', (userAgent, touchPoints, name, system, engine) => {
  expect(browserFamily(userAgent, touchPoints)).toEqual({ name, system, engine })
})
