import type { CheckedConnection, OpenConnection } from './checked-connection.ts'
import { after } from './find-paths.ts'

const patience = 8000
const pings = 5

/** Sends something from this page to itself, and answers how long it takes there and back; `null`: nothing came. */
export async function loop(
  configuration: RTCConfiguration,
  open: OpenConnection,
): Promise<number | null> {
  const ends: CheckedConnection[] = []
  try {
    const [here, there] = [open(configuration), open(configuration)]
    ends.push(here, there)
    pass(here, there)
    pass(there, here)
    there.addEventListener('datachannel', ({ channel }) => {
      channel.addEventListener('message', ({ data }) => channel.send(String(data)))
    })
    const measured = roundTrip(here.createDataChannel('loop'))
    await meet(here, there)
    return await Promise.race([measured, after(patience)])
  } catch {
    return null
  } finally {
    for (const end of ends) end.close()
  }
}

/** Candidates may come before their description: they wait for it. */
function pass(from: CheckedConnection, to: CheckedConnection): void {
  const early: RTCIceCandidate[] = []
  let isReady = false
  const add = (candidate: RTCIceCandidate) =>
    void to.addIceCandidate(candidate).catch(() => undefined)
  from.addEventListener('icecandidate', ({ candidate }) => {
    if (!candidate) return
    if (isReady) add(candidate)
    else early.push(candidate)
  })
  to.addEventListener('signalingstatechange', () => {
    if (to.remoteDescription === null) return
    isReady = true
    for (const candidate of early.splice(0)) add(candidate)
  })
}

async function meet(here: CheckedConnection, there: CheckedConnection): Promise<void> {
  await here.setLocalDescription()
  if (here.localDescription) await there.setRemoteDescription(here.localDescription)
  await there.setLocalDescription()
  if (there.localDescription) await here.setRemoteDescription(there.localDescription)
}

/** The shortest of a few: the first has to wait for what is still being set up. */
function roundTrip(channel: RTCDataChannel): Promise<number> {
  return new Promise((resolve) => {
    const times: number[] = []
    let sentAt = 0
    const send = () => {
      sentAt = performance.now()
      channel.send(String(times.length))
    }
    channel.addEventListener('open', send)
    channel.addEventListener('message', () => {
      times.push(performance.now() - sentAt)
      if (times.length === pings) resolve(Math.min(...times))
      else send()
    })
  })
}
