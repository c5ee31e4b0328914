import type { Expert } from '@expertconnect/contract/experts/shapes'
import { CalendarRange, CalendarX2, Timer, Wallet, type LucideIcon } from 'lucide-react'

/** The terms of an expert, each in a sentence. */
export function policyLines({ name, policy }: Expert): { icon: LucideIcon; text: string }[] {
  const { noticeMinutes, horizonDays, cancellationMinutes } = policy
  return [
    {
      icon: CalendarX2,
      text:
        cancellationMinutes === 0
          ? 'Free to cancel or move until the session begins.'
          : `Free to cancel or move until ${duration(cancellationMinutes)} before the session.`,
    },
    {
      icon: Timer,
      text:
        noticeMinutes === 0
          ? 'Can be booked up to the last minute.'
          : `Book at least ${duration(noticeMinutes)} ahead.`,
    },
    { icon: CalendarRange, text: `Can be booked up to ${horizonDays} days ahead.` },
    { icon: Wallet, text: `Nothing is charged here: you settle with ${name}.` },
  ]
}

/** `2 days`, `24 hours`, `90 minutes`. */
function duration(minutes: number): string {
  if (minutes >= 2880 && minutes % 1440 === 0) return `${minutes / 1440} days`
  if (minutes % 60 === 0) return minutes === 60 ? '1 hour' : `${minutes / 60} hours`
  return `${minutes} minutes`
}
