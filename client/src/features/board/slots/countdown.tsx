import { minutesAndSeconds, useCountdown } from '../../../lib/time/use-countdown.ts'

/** The time that is left, ticking. Silent: whoever hears the page is told at a few moments, not each second. */
export function Countdown({ until }: { until: string }) {
  return <span aria-hidden>{minutesAndSeconds(useCountdown(until))}</span>
}
