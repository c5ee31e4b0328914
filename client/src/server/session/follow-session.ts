import type { QueryClient } from '@tanstack/react-query'
import { meQuery } from '../api/people-queries.ts'
import { mine } from '../api/keys.ts'
import { markedPerson, subscribeToSession } from '../api/session-mark.ts'

/** From now on nothing that was read for one person outlives their session, nor is it shown to the next one. */
export function followSession(client: QueryClient): () => void {
  let person = markedPerson()
  return subscribeToSession((from) => {
    // Another tab signed in or out: who it is now is asked here as well, by whoever shows it.
    if (from === 'elsewhere') void client.invalidateQueries({ queryKey: mine.me })
    if (markedPerson() === person) return
    person = markedPerson()
    if (person === null) client.setQueryData(meQuery.queryKey, { person: null })
    for (const query of client.getQueryCache().findAll({ queryKey: mine.all })) {
      // The answer that told of the change is still on its way into this one.
      if (query.queryKey[1] !== mine.me[1]) query.reset()
    }
  })
}
