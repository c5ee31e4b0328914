import type { BusyTime } from '../../domain/schedules/schedule.ts'
import { plus } from '../../domain/time/instant.ts'
import { type Component, propertiesOf } from './components.ts'
import { instantOfTime, readDuration, type Reader, readTime } from './times.ts'

/** The periods of what says when somebody is busy and no more. What cannot be read of it is left out. */
export function periodsOf(component: Component, reader: Reader): BusyTime[] {
  return propertiesOf(component)
    .filter(({ name, parameters }) => name === 'FREEBUSY' && parameters.get('FBTYPE') !== 'FREE')
    .flatMap((property) =>
      property.value.split(',').flatMap((period) => {
        const [begins = '', ends = ''] = period.split('/')
        try {
          const from = instantOfTime(readTime(begins, property, reader), reader)
          const to = /^[+-]?P/i.test(ends)
            ? plus(from, readDuration(ends))
            : instantOfTime(readTime(ends, property, reader), reader)
          return [{ from, to }]
        } catch {
          return []
        }
      }),
    )
}
