/** What stands in the SDP of a test. */
export interface Description {
  readonly type: 'offer' | 'answer'
  readonly sdp: string
  readonly fragment: string
  readonly from: string
  readonly sections: number
}

export function readDescription(type: Description['type'], sdp: string): Description {
  const [, from = ''] = /^from (\S+)/m.exec(sdp) ?? []
  const [, sections = ''] = /^sections (\d+)/m.exec(sdp) ?? []
  const [, fragment = ''] = /^a=ice-ufrag:(\S+)/m.exec(sdp) ?? []
  return { type, sdp, from, sections: Number(sections), fragment }
}
