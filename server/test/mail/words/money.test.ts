import { expect, it } from 'vitest'
import { moneyText } from '../../../src/mail/words/money.ts'

it.each([
  [18_000, 'USD', 'US$180'],
  [18_050, 'USD', 'US$180.50'],
  [12_345_600, 'EUR', '€123,456'],
  [5000, 'JPY', 'JP¥5,000'],
  [1500, 'KWD', 'KWD\u00A01.500'],
  [0, 'GBP', '£0'],
])('%i of %s is %s', (amount, currency, text) => {
  expect(moneyText(amount, currency)).toBe(text)
})
