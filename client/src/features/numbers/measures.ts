import type { Period } from '@expertconnect/contract/numbers/shapes'
import { formatMoney } from '../../lib/money.ts'
import { locale } from '../../lib/time/time.ts'

export const measureNames = { held: 'Sessions', hours: 'Hours', earnings: 'Earnings' } as const
export type Measure = keyof typeof measureNames
export const measures = Object.keys(measureNames) as readonly Measure[]

const valueOf: Readonly<Record<Measure, (period: Period) => number>> = {
  held: ({ held }) => held,
  hours: ({ minutes }) => minutes / 60,
  earnings: ({ earnings }) => earnings.amount,
}

/** How tall its bar is. */
export function measured(period: Period, measure: Measure): number {
  return valueOf[measure](period)
}

/** The same in words. */
export function measuredWords(period: Period, measure: Measure): string {
  if (measure === 'earnings') return formatMoney(period.earnings)
  if (measure === 'hours') return formatHours(period.minutes)
  return period.held.toLocaleString(locale())
}

export function formatHours(minutes: number): string {
  return (minutes / 60).toLocaleString(locale(), { maximumFractionDigits: 2 })
}

/** Of all periods together. */
export function sumOf(periods: readonly Period[]) {
  const sum = (of: (period: Period) => number) =>
    periods.reduce((total, period) => total + of(period), 0)
  return {
    held: sum(({ held }) => held),
    missed: sum(({ missed }) => missed),
    cancelled: sum(({ cancelled }) => cancelled),
    minutes: sum(({ minutes }) => minutes),
    earned: sum(({ earnings }) => earnings.amount),
  }
}
