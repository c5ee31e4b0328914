import type { History, Operation, Request } from '../history.ts'

/** Sends a request and writes down what came of it. */
export async function send(
  history: History,
  who: string,
  url: string,
  request: Request,
): Promise<Operation> {
  const operation = history.invoke(who, request)
  const { method, path, body, key, token } = request
  try {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer = await response.text()
    // "Ask again": whether it happened is not known.
    const outcome = response.ok ? 'ok' : response.status === 503 ? 'unknown' : 'fail'
    history.end(operation, outcome, response.status, answer)
  } catch {
    history.end(operation, 'unknown')
  }
  return operation
}

export function codeOf({ answer }: Operation): string {
  try {
    return String((JSON.parse(answer ?? '{}') as { code?: string }).code)
  } catch {
    return 'none'
  }
}
