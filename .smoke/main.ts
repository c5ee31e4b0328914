import { createMeeting } from '../client/src/features/call/meeting/create-meeting.ts'
import { openPracticeRoom } from '../client/src/features/call/signalling/practice-room.ts'
const w = window as any
w.pcs = []
const Real = RTCPeerConnection
w.RTCPeerConnection = class extends Real { constructor(c: any) { super(c); w.pcs.push(this) } }
w.start = async () => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 640, height: 360 } })
  const [a] = stream.getAudioTracks(), [v] = stream.getVideoTracks()
  let tracks: any = { microphone: a, camera: v, screen: null }
  const tl = new Set<any>(), l = new Set<any>()
  const read = () => ({ microphone: { state: tracks.microphone ? 'on' : 'off' }, camera: { state: tracks.camera ? 'on' : 'off' }, screen: tracks.screen ? new MediaStream([tracks.screen]) : null } as any)
  w.setTracks = (t: any) => { tracks = { ...tracks, ...t }; tl.forEach((x) => x(tracks)); l.forEach((x) => x()) }
  w.cam = v
  w.canvasTrack = () => { const c = document.createElement('canvas'); c.width = 320; c.height = 180; const g = c.getContext('2d')!; setInterval(() => { g.fillStyle = `rgb(${Math.random()*255},0,0)`; g.fillRect(0,0,320,180) }, 60); return c.captureStream(15).getVideoTracks()[0] }
  const media = { read, tracks: () => tracks, subscribe: (x: any) => (l.add(x), () => l.delete(x)), onTracks: (x: any) => (tl.add(x), () => tl.delete(x)) } as any
  const room = await openPracticeRoom()
  if (!room) return 'full'
  w.t0 = performance.now()
  const m = createMeeting({ room, media, chatKey: 'practice' })
  w.m = m
  w.log = []
  m.subscribe(() => { const p = m.read().phase; if (w.log.at(-1)?.[1] !== p) w.log.push([Math.round(performance.now() - w.t0), p]) })
  for (const k of ['sound', 'picture', 'screen']) { const e = document.createElement(k === 'sound' ? 'audio' : 'video'); e.srcObject = (m.read() as any)[k]; document.body.append(e); w[k + 'El'] = e; setInterval(() => e.play().catch(() => {}), 500) }
  m.onRemoteLevel((x) => (w.level = Math.max(w.level ?? 0, x)))
  return room.role
}
w.stats = async () => { const pc = w.pcs.at(-1); if (!pc) return null; const o: any = { frames: [], energy: 0, state: pc.connectionState, pcs: w.pcs.length, mids: pc.getTransceivers().map((t: any) => t.currentDirection) }; (await pc.getStats()).forEach((s: any) => { if (s.type === 'inbound-rtp' && s.kind === 'video') o.frames.push([s.mid, s.framesDecoded, s.frameWidth]); if (s.type === 'inbound-rtp' && s.kind === 'audio') o.energy = s.totalAudioEnergy; if (s.type==='outbound-rtp') (o.out ??= []).push([s.mid, s.active, s.targetBitrate, s.frameWidth, s.framesPerSecond]) ; if (s.type==='codec') (o.codec ??= []).push(s.mimeType)}); return o }
