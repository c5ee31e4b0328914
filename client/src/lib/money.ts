import type { Money } from '@expertconnect/contract/primitives'
import { locale } from './time/time.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** `$240`, with cents only where there are any; in the manner of the visitor's locale. */
export function formatMoney({ amount, currency }: Money): string {
  const key = `${currency} ${locale()}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale(), {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      trailingZeroDisplay: 'stripIfInteger',
    } as Intl.NumberFormatOptions)
    formats.set(key, format)
  }
  // The server's amounts are in hundredths or in whole units, as the currency has it.
  return format.format(amount / 10 ** (fractionDigits(currency) ?? 2))
}

/** The price of a session as the server computes it: in minor units, rounded half up. */
export function priceOf(hourlyRate: Money, minutes: number): Money {
  return { ...hourlyRate, amount: Math.floor((hourlyRate.amount * minutes) / 60 + 0.5) }
}

/** An amount as it is typed: `120`, `99.50`. */
export function majorText({ amount, currency }: Money): string {
  const digits = fractionDigits(currency) ?? 2
  const text = (amount / 10 ** digits).toFixed(digits)
  return text.replace(/\.0+$/, '')
}

/** What was typed in minor units; nothing where it is no amount. */
export function amountOf(typed: string, currency: string): number | null {
  const digits = fractionDigits(currency) ?? 2
  const plain = typed.trim().replace(',', '.')
  if (!/^\d{1,7}(\.\d*)?$/.test(plain)) return null
  const amount = Number(plain) * 10 ** digits
  const whole = Math.round(amount)
  return Math.abs(amount - whole) < 1e-6 ? whole : null
}

function fractionDigits(currency: string): number | undefined {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits
}
