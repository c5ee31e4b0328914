import type { MailChoices } from '@expertconnect/contract/messages/shapes'
import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../server/api/client.ts'
import { problemOf } from '../../../server/api/problem.ts'
import { useToast } from '../../../ui/feedback/toast.tsx'
import { placeFaults } from '../../../ui/form/place-faults.ts'
import { type Choice, choose } from './choice.ts'
import { mailChoicesQuery } from './queries.ts'

const mutationKey = ['choose-mails']

/**
 * Every choice is saved at once, one after the other, and shows before it is. One that is refused goes back alone. Each
 * is made over what the server has: what was chosen in another tab stays.
 */
export function useMailChoices(saved: MailChoices) {
  const client = useQueryClient()
  const toast = useToast()
  const { mutate, error } = useMutation({
    mutationKey,
    scope: { id: 'choose-mails' },
    mutationFn: async (choice: Choice) => {
      const body = choose(await call('getMailChoices', {}), choice)
      return call('chooseMails', { body })
    },
    onSuccess: async (choices) => {
      // What is being read meanwhile may be older.
      await client.cancelQueries({ queryKey: mailChoicesQuery.queryKey })
      client.setQueryData(mailChoicesQuery.queryKey, choices)
      toast({ tone: 'good', title: 'Saved', key: 'mails' })
    },
    onError: (refused) => {
      if (agendaFault(refused) !== undefined) return
      const { title, detail } = problemOf(refused)
      toast({
        tone: 'bad',
        title: `Not changed: ${title}`,
        ...(detail && { detail }),
        key: 'mails',
      })
    },
  })
  const onTheWay = useMutationState({
    filters: { mutationKey, status: 'pending' },
    select: ({ state }) => state.variables as Choice,
  })
  return {
    shown: onTheWay.reduce(choose, saved),
    /** What the server found at fault in the time of the agenda. */
    fault: error === null ? undefined : agendaFault(error),
    choose: (choice: Choice) => mutate(choice),
  }
}

function agendaFault(error: Error): string | undefined {
  return placeFaults(problemOf(error).errors, ['agendaAt']).inFields.agendaAt
}
