import { cityOf } from '@expertconnect/contract/zone-city'
import { ChevronDown, Globe } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { serverNow } from '../../../lib/time/server-clock.ts'
import { changeTimeSettings } from '../../../lib/time/settings.ts'
import { offsetLabel, shortDifference, zoneDifference } from '../../../lib/time/zone.ts'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import styles from './zone-bar.module.css'

const ZonePicker = lazy(async () => ({ default: (await import('./zone-picker.tsx')).ZonePicker }))

export interface ZoneBarProps {
  zone: string
  /** The instant that the offsets are told for: the chosen slot, else now. */
  at: number | null
  /** The other side. An expert's own zone is set with their hours, so beside a customer it is not changed here. */
  there: { readonly who: 'Expert' | 'Customer'; readonly zone: string }
}

/** The zone that all times are shown in, always visible and changed here; beside it, how the other side's clock stands. */
export function ZoneBar({ zone, at, there }: ZoneBarProps) {
  const [open, setOpen] = useState(false)
  const moment = at ?? serverNow()
  return (
    <div className={styles.bar}>
      {there.who === 'Customer' ? (
        <p className={styles.zone} data-fixed>
          <Globe size={17} aria-hidden />
          <span>
            <VisuallyHidden>Times are shown for </VisuallyHidden>
            {cityOf(zone)} <span className={styles.offset}>({offsetLabel(zone, moment)})</span>
          </span>
        </p>
      ) : (
        <button
          type="button"
          className={styles.zone}
          aria-haspopup="dialog"
          aria-label={`Times are shown for ${cityOf(zone)}, ${offsetLabel(zone, moment)}. Change the time zone`}
          onClick={() => setOpen(true)}
        >
          <Globe size={17} aria-hidden />
          <span>
            {cityOf(zone)} <span className={styles.offset}>({offsetLabel(zone, moment)})</span>
          </span>
          <ChevronDown size={16} aria-hidden />
        </button>
      )}
      <p className={styles.there}>
        {there.who}: {cityOf(there.zone)},{' '}
        <span aria-hidden>{shortDifference(zone, there.zone, moment)}</span>
        <VisuallyHidden>{zoneDifference(zone, there.zone, moment)}</VisuallyHidden>
      </p>
      {open && (
        <Suspense>
          <ZonePicker
            zone={zone}
            onClose={() => setOpen(false)}
            onChoose={(chosen) => {
              changeTimeSettings({ zone: chosen })
              setOpen(false)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
