import type { Problem } from '@expertconnect/contract/problem'

/** What every failed call rejects with: the server's problem document, or one made here when nothing answered. */
export class ApiProblem extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'ApiProblem'
    this.problem = problem
  }
}

/** No answer at all: status 0, so that it can be told from a server that says it is unavailable. */
export const unreachable: Problem = {
  type: 'about:blank',
  title: 'We could not reach ExpertConnect',
  status: 0,
  code: 'unavailable',
  detail: 'Please check your connection. Nothing that you typed is lost.',
}

/** What anything that was thrown means to the person who looks at it. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem
  return {
    type: 'about:blank',
    title: 'Something went wrong on our side',
    status: 500,
    code: 'internal_error',
  }
}

/** An answer that came from something in between (a proxy, a captive portal) and not from our server. */
export function foreignAnswer(status: number): Problem {
  return {
    type: 'about:blank',
    title: 'Not available at the moment',
    status,
    code: 'unavailable',
    detail: 'The server didn’t answer properly. Please try again in a moment.',
  }
}

export function isProblem(data: unknown): data is Problem {
  return (
    typeof data === 'object' &&
    data !== null &&
    'code' in data &&
    typeof data.code === 'string' &&
    'title' in data &&
    typeof data.title === 'string' &&
    'status' in data &&
    typeof data.status === 'number'
  )
}
