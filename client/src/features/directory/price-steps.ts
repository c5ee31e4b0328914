import { formatMoney } from '../../lib/money.ts'
import { locale } from '../../lib/time/time.ts'

// Minor units: 60.00 in most currencies, 6,000 in those without a smaller coin. Both are sensible steps.
const steps = [6_000, 10_000, 15_000, 20_000, 30_000]

/** The choices of a highest price, with whatever the address asks for among them. */
export function priceOptions(
  chosen: number,
  currency: string | undefined,
): { value: string; label: string }[] {
  const amounts = [...new Set([...steps, chosen])].filter((amount) => amount > 0)
  return [
    { value: '0', label: 'Any price' },
    ...amounts
      .toSorted((a, b) => a - b)
      .map((amount) => ({ value: String(amount), label: `Up to ${priceText(amount, currency)}` })),
  ]
}

/** An amount as a person reads it. The currency is known once an expert has been seen. */
export function priceText(amount: number, currency: string | undefined): string {
  return currency === undefined
    ? (amount / 100).toLocaleString(locale())
    : formatMoney({ amount, currency })
}
