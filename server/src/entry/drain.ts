import type { Server, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

const patienceMs = 5000
const lookMs = 10

/**
 * Answers a function that ends all connections without cutting off a request: whoever is not told what became of
 * theirs can only ask again. What is under way is answered, each as the last one of its connection.
 */
export function createDrain(server: Server): () => Promise<void> {
  const underWay = new Set<ServerResponse>()
  let draining = false

  server.prependListener('request', (_request, response) => {
    underWay.add(response)
    // A client that keeps its connection would bring one more for as long as it likes.
    if (draining) response.shouldKeepAlive = false
    response.once('close', () => underWay.delete(response))
  })

  return async function drain() {
    draining = true
    for (const response of underWay) response.shouldKeepAlive = false
    server.closeIdleConnections()
    const deadline = performance.now() + patienceMs
    while (underWay.size > 0 && performance.now() < deadline) await delay(lookMs)
    server.closeAllConnections()
  }
}
