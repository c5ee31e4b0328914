/** What one reading of a connection's statistics says. Counters grow for the life of a connection. */
export interface Sample {
  readonly at: number
  /** Of the path in use: names it, and tells when it is another. */
  readonly pair: string | null
  /**
   * On all paths: after a restart each side may choose another of several that carry, and nothing comes on the chosen one
   * while media flow.
   */
  readonly bytesReceived: number | null
  readonly roundTripMs: number | null
  /** Chromium alone estimates it, bits a second. */
  readonly estimate: number | null
  readonly route: 'direct' | 'relay' | null
  readonly audioReceived: number
  readonly received: number
  readonly lost: number
  /** 0 to 1, of what was sent, as the other side reports it; the worst of the streams. */
  readonly lossThere: number | null
  readonly isCpuBound: boolean
}

type Entry = Readonly<Record<string, unknown>>

/** Reads what browsers have in common; what one of them lacks is null. */
export function readStats(entries: Iterable<unknown>, at: number): Sample {
  const byId = new Map<string, Entry>()
  for (const entry of entries) if (isEntry(entry)) byId.set(String(entry['id']), entry)
  const all = [...byId.values()]
  const of = (type: string) => all.filter((entry) => entry['type'] === type)
  const pairs = of('candidate-pair')
  const pair = pairInUse(of('transport'), pairs, byId)
  const inbound = of('inbound-rtp')
  const reports = of('remote-inbound-rtp')
  const sum = (entries: readonly Entry[], name: string) =>
    entries.reduce((total, entry) => total + Math.max(0, count(entry[name]) ?? 0), 0)
  const losses = reports.flatMap((report) => count(report['fractionLost']) ?? [])
  const trips = [
    ...reports.map((report) => report['roundTripTime']),
    pair?.['currentRoundTripTime'],
  ]
  const trip = trips.map(count).find((seconds) => seconds !== null) ?? null
  return {
    at,
    pair: pair ? String(pair['id']) : null,
    bytesReceived: count(pair?.['bytesReceived']) === null ? null : sum(pairs, 'bytesReceived'),
    roundTripMs: trip === null ? null : Math.round(trip * 1000),
    estimate: count(pair?.['availableOutgoingBitrate']),
    route: routeOf(pair, byId),
    audioReceived: sum(
      inbound.filter(({ kind }) => kind === 'audio'),
      'packetsReceived',
    ),
    received: sum(inbound, 'packetsReceived'),
    lost: sum(inbound, 'packetsLost'),
    lossThere: losses.length > 0 ? Math.max(...losses) : null,
    isCpuBound: of('outbound-rtp').some((entry) => entry['qualityLimitationReason'] === 'cpu'),
  }
}

/** The transport names it; Firefox before 153 has none, and marks the pair itself. */
function pairInUse(
  transports: readonly Entry[],
  pairs: readonly Entry[],
  byId: ReadonlyMap<string, Entry>,
): Entry | undefined {
  for (const { selectedCandidatePairId } of transports) {
    const pair = byId.get(String(selectedCandidatePairId))
    if (pair) return pair
  }
  return (
    pairs.find(({ selected }) => selected === true) ??
    pairs.find(({ nominated, state }) => nominated === true && state === 'succeeded')
  )
}

function routeOf(pair: Entry | undefined, byId: ReadonlyMap<string, Entry>) {
  if (!pair) return null
  const ends = [pair['localCandidateId'], pair['remoteCandidateId']]
  const types = ends.map((id) => byId.get(String(id))?.['candidateType'])
  if (types.includes('relay')) return 'relay'
  return types.every((type) => type === undefined) ? null : 'direct'
}

function isEntry(found: unknown): found is Entry {
  return typeof found === 'object' && found !== null
}

function count(found: unknown): number | null {
  return typeof found === 'number' && Number.isFinite(found) ? found : null
}
