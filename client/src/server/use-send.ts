import type { Problem } from '@expertconnect/contract/problem'
import { useMutation } from '@tanstack/react-query'
import { problemOf } from './api/problem.ts'

interface Outcome<A, I> {
  onDone?: (answer: A, input: I) => unknown
  onRefused?: (problem: Problem) => void
}

/**
 * Sends something, and answers why it was refused, or `null`. The outcome is told also where the page was left
 * meanwhile; `then` and the answer are for a page that is still there.
 */
export function useSend<A, I = void>(
  send: (input: I) => Promise<A>,
  { onDone, onRefused }: Outcome<A, I> = {},
): (input: I, then?: (answer: A) => void) => Promise<Problem | null> {
  const { mutate } = useMutation({
    mutationFn: send,
    onSuccess: (answer, input) => onDone?.(answer, input),
    onError: (error) => onRefused?.(problemOf(error)),
  })
  return (input, then) =>
    new Promise((resolve) => {
      mutate(input, {
        onSuccess: (answer) => {
          then?.(answer)
          resolve(null)
        },
        onError: (error) => resolve(problemOf(error)),
      })
    })
}
