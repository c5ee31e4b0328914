import type { Application } from '../../domain/experts/application.ts'
import type { ApplicationsAsked } from '../port/applications.ts'
import type { Page, TimePlace } from '../port/page.ts'
import { isWantedPerson, lookThrough } from './look-through.ts'

/** `read` answers the next applications of the state that is wanted, the latest first; names no index knows. */
export function applicationsPage(
  { after, limit, ...wanted }: Omit<ApplicationsAsked, 'state'>,
  read: (after: TimePlace | undefined, count: number) => Promise<readonly Application[]>,
): Promise<Page<Application, TimePlace>> {
  return lookThrough<Application, TimePlace>({
    read,
    placeOf: ({ sentAt, id }) => ({ at: sentAt, id }),
    isWanted: (application) => isWantedPerson(application, wanted),
    after,
    limit,
  })
}

/** Why the others of an address were declined when one was approved. */
export const otherWasApproved = 'Another application of this address was approved.'
