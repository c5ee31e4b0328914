import { CircleAlert } from 'lucide-react'
import { Checkbox } from '../../../ui/form/checkbox.tsx'
import { Select } from '../../../ui/form/select.tsx'
import { type Faults, faultAt } from '../draft/faults.ts'
import type { HoursState } from '../draft/state.ts'
import styles from './rules.module.css'

export interface RulesProps {
  hours: HoursState
  faults: Faults
  onChange: (part: Partial<HoursState>) => void
}

const lengths = [15, 30, 45, 60, 90, 120]
const waits = [0, 60, 120, 240, 720, 1440, 2880, 4320, 10_080]

/** By which rules one can be booked, in words. */
export function Rules({ hours, faults, onChange }: RulesProps) {
  const { sessionLengths } = hours
  const fault = faultAt(faults, '#/sessionLengths')
  return (
    <>
      <fieldset>
        <legend className={styles.legend}>Session lengths that you offer</legend>
        <div className={styles.checks}>
          {withOwn(lengths, ...sessionLengths).map((minutes) => (
            <Checkbox
              key={minutes}
              label={`${minutes} min`}
              checked={sessionLengths.includes(minutes)}
              onChange={(on) =>
                onChange({
                  sessionLengths: on
                    ? [...sessionLengths, minutes].toSorted((a, b) => a - b)
                    : sessionLengths.filter((each) => each !== minutes),
                })
              }
            />
          ))}
        </div>
        {fault !== undefined && (
          <p role="alert" className={styles.fault}>
            <CircleAlert size={16} aria-hidden />
            {fault}
          </p>
        )}
      </fieldset>
      <div className={styles.rules}>
        <Rule
          label="Sessions start"
          value={hours.stepMinutes}
          choices={[15, 30, 60]}
          says={(minutes) => (minutes === 60 ? 'on every full hour' : `every ${minutes} minutes`)}
          fault={faultAt(faults, '#/policy/stepMinutes')}
          onChange={(stepMinutes) => onChange({ stepMinutes })}
        />
        <Rule
          label="Kept free after each session"
          value={hours.gapMinutes}
          choices={[0, 15, 30, 45, 60]}
          says={(minutes) => (minutes === 0 ? 'nothing' : `${minutes} minutes`)}
          fault={faultAt(faults, '#/policy/gapMinutes')}
          onChange={(gapMinutes) => onChange({ gapMinutes })}
        />
        <Rule
          label="Latest booking"
          value={hours.noticeMinutes}
          choices={waits}
          says={(minutes) => (minutes === 0 ? 'up to the last minute' : `${spell(minutes)} before`)}
          fault={faultAt(faults, '#/policy/noticeMinutes')}
          onChange={(noticeMinutes) => onChange({ noticeMinutes })}
        />
        <Rule
          label="Open for booking"
          value={hours.horizonDays}
          choices={[7, 14, 30, 60, 90]}
          says={(days) =>
            (days % 7 === 0 && days < 30 ? spell(days * 1440) : `${days} days`) + ' ahead'
          }
          fault={faultAt(faults, '#/policy/horizonDays')}
          onChange={(horizonDays) => onChange({ horizonDays })}
        />
        <Rule
          label="Customers may cancel or move"
          value={hours.cancellationMinutes}
          choices={waits}
          says={(minutes) =>
            minutes === 0 ? 'until the session begins' : `until ${spell(minutes)} before`
          }
          fault={faultAt(faults, '#/policy/cancellationMinutes')}
          onChange={(cancellationMinutes) => onChange({ cancellationMinutes })}
        />
      </div>
      <Checkbox
        label="Everyone must confirm their e-mail address before they book"
        checked={hours.proofRequired === true}
        onChange={(proofRequired) => onChange({ proofRequired })}
      />
    </>
  )
}

interface RuleProps {
  label: string
  value: number
  choices: readonly number[]
  says: (value: number) => string
  fault: string | undefined
  onChange: (value: number) => void
}

function Rule({ label, value, choices, says, fault, onChange }: RuleProps) {
  return (
    <div>
      <Select
        label={label}
        aria-invalid={fault === undefined ? undefined : true}
        options={withOwn(choices, value).map((choice) => ({
          value: String(choice),
          label: says(choice),
        }))}
        value={String(value)}
        onChange={(chosen) => onChange(Number(chosen))}
      />
      {fault !== undefined && (
        <p role="alert" className={styles.fault}>
          <CircleAlert size={16} aria-hidden />
          {fault}
        </p>
      )}
    </div>
  )
}

/** The choices with what is chosen now, which may be none of them. */
function withOwn(choices: readonly number[], ...own: readonly number[]): number[] {
  return [...new Set([...choices, ...own])].toSorted((a, b) => a - b)
}

/** `2 hours`, `3 days`, `1 week`. */
function spell(minutes: number): string {
  const of = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`
  if (minutes % 10_080 === 0) return of(minutes / 10_080, 'week')
  if (minutes % 1440 === 0) return of(minutes / 1440, 'day')
  if (minutes % 60 === 0) return of(minutes / 60, 'hour')
  return of(minutes, 'minute')
}
