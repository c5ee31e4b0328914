import { Problem } from '@expertconnect/contract/problem'
import { problems, type ProblemCode } from '@expertconnect/contract/problems'
import { expect } from 'vitest'
import type { RawAnswer } from '../raw-request.ts'

/** Checks that an answer is a problem document as the contract has it, whatever the refusal. */
export function readProblem(answer: RawAnswer): Problem {
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(answer.headers['cache-control']).toBe('no-store')
  const problem = Problem.parse(JSON.parse(answer.text)) as Problem
  expect(problems[problem.code]).toEqual({ status: answer.status, title: problem.title })
  expect(problem).toMatchObject({
    type: `/problems/${problem.code}`,
    status: answer.status,
    requestId: answer.headers['x-request-id'],
  })
  return problem
}

/** The problem of that code; where the input is at fault, exactly at those places. */
export function expectProblem(
  answer: RawAnswer,
  code: ProblemCode,
  pointers: readonly string[] = [],
): Problem {
  const problem = readProblem(answer)
  expect(problem.code).toBe(code)
  const found = new Set((problem.errors ?? []).map(({ pointer }) => pointer))
  expect(found).toEqual(new Set(pointers))
  for (const { detail } of problem.errors ?? []) expect(detail).not.toBe('')
  return problem
}
