import mongoose, { type mongo } from 'mongoose'

interface Written {
  readonly _id?: string
  readonly version?: number
}

/** Makes the driver tell what it sends and what is answered. */
export function monitored(url: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}monitorCommands=true`
}

/**
 * Tells of each record that this process wrote, as its write is acknowledged by a majority. The store's own listeners
 * would not do: they hear of it by the very way that is to be measured.
 */
export function onAcknowledged(note: (record: { id: string; version: number }) => void): void {
  const client = mongoose.connections.find(({ readyState }) => readyState === 1)?.getClient()
  if (!client) throw new Error('There is no connection to a MongoDB server')
  const underWay = new Map<number, readonly Written[]>()
  client.on('commandStarted', ({ requestId, commandName, command }: mongo.CommandStartedEvent) => {
    if (command[commandName] !== 'bookings') return
    if (commandName === 'insert') underWay.set(requestId, command['documents'] as Written[])
    if (commandName === 'update') {
      underWay.set(
        requestId,
        (command['updates'] as { u: Written }[]).map(({ u }) => u),
      )
    }
  })
  client.on('commandSucceeded', ({ requestId }: mongo.CommandSucceededEvent) => {
    for (const { _id: id, version } of underWay.get(requestId) ?? []) {
      if (id !== undefined && version !== undefined) note({ id, version })
    }
    underWay.delete(requestId)
  })
  client.on('commandFailed', ({ requestId }) => underWay.delete(requestId))
}
