import type { DeskSchedule, ScheduleChange, Policy } from '@expertconnect/contract/schedules/shapes'

/** All that is edited on the page of the hours and saved together; pausing is a switch of its own. */
export interface HoursState extends Policy {
  readonly timeZone: string
  readonly weekly: DeskSchedule['weekly']
  readonly exceptions: DeskSchedule['exceptions']
  readonly sessionLengths: readonly number[]
}

/** What the unsaved changes of an expert's hours are kept under. */
export const hoursName = (expertId: string) => `hours.${expertId}`

export function hoursOf(schedule: DeskSchedule): HoursState {
  const { timeZone, weekly, exceptions, sessionLengths, policy } = schedule
  return { timeZone, weekly, exceptions, sessionLengths, ...policy }
}

type Sent = Omit<ScheduleChange, 'version' | 'paused'>

/** The changed parts as the server takes them. */
export function toChange(parts: Partial<HoursState>): Sent {
  const { timeZone, weekly, exceptions, sessionLengths, ...policy } = parts
  return {
    ...(timeZone !== undefined && { timeZone }),
    ...(weekly && { weekly }),
    ...(exceptions && { exceptions }),
    ...(sessionLengths && { sessionLengths: [...sessionLengths] }),
    // The choices of the page are those that the contract names.
    ...(Object.keys(policy).length > 0 && { policy: policy as NonNullable<Sent['policy']> }),
  }
}

const names: Readonly<Record<keyof HoursState, string>> = {
  timeZone: 'time zone',
  weekly: 'weekly hours',
  exceptions: 'dates',
  sessionLengths: 'session lengths',
  noticeMinutes: 'notice',
  horizonDays: 'how far ahead',
  gapMinutes: 'gap',
  stepMinutes: 'starts',
  cancellationMinutes: 'cancellation',
  proofRequired: 'proof of addresses',
}

/** The names of the changed parts, for the bar that saves them. */
export function changedNames(parts: Partial<HoursState>): string[] {
  return (Object.keys(names) as (keyof HoursState)[])
    .filter((key) => parts[key] !== undefined)
    .map((key) => names[key])
}
