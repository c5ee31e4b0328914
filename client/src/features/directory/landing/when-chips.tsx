import { CalendarDays, Moon, Sun, Sunrise } from 'lucide-react'
import { useNow } from '../../../lib/time/server-clock.ts'
import { useTimeSettings } from '../../../lib/time/settings.ts'
import { visitorZone } from '../../../lib/time/time.ts'
import { ChipLink } from '../../../ui/action/chip-link.tsx'
import { directoryPath } from '../filters.ts'
import { offeredWhens, whenTexts } from '../when.ts'
import styles from './when-chips.module.css'

const icons = { today: Sun, evening: Moon, tomorrow: Sunrise, weekend: CalendarDays }

/** Into the directory by when one would like to meet. */
export function WhenChips() {
  useTimeSettings()
  const whens = offeredWhens(visitorZone(), useNow())
  return (
    <nav aria-label="Who is free" className={styles.whens}>
      <span aria-hidden className={styles.label}>
        Free
      </span>
      <ul className={styles.chips}>
        {whens.map((when) => {
          const Icon = icons[when]
          return (
            <li key={when}>
              <ChipLink
                to={directoryPath({ free: when })}
                icon={<Icon aria-hidden size={18} strokeWidth={1.75} />}
              >
                {whenTexts[when]}
              </ChipLink>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
