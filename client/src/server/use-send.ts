import type { Problem } from '@expertconnect/contract/problem'
import { useMutation } from '@tanstack/react-query'
import { problemOf } from './api/problem.ts'

interface Outcome<A, I> {
  onDone?: (answer: A, input: I) => unknown
  onRefused?: (problem: Problem) => void
}

/** Sends something, and answers why it was refused, or `null`. It is told what became of it also where the page is left. */
export function useSend<A, I = void>(
  send: (input: I) => Promise<A>,
  { onDone, onRefused }: Outcome<A, I> = {},
): (input: I) => Promise<Problem | null> {
  const { mutateAsync } = useMutation({
    mutationFn: send,
    onSuccess: (answer, input) => onDone?.(answer, input),
    onError: (error) => onRefused?.(problemOf(error)),
  })
  return (input) => mutateAsync(input).then(() => null, problemOf)
}
