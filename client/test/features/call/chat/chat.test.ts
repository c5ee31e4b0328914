import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { longestChatMessage } from '../../../../src/features/call/chat/chat.ts'
import { type Chat, createChat } from '../../../../src/features/call/chat/create-chat.ts'
import { type Frame, readFrame } from '../../../../src/features/call/chat/frames.ts'
import { piecesOf } from '../../../../src/features/call/chat/links.ts'

let now: number
let chat: Chat
let sent: Frame[]

beforeEach(() => {
  sessionStorage.clear()
  now = 0
  sent = []
  chat = createChat('booking', () => ++now)
})

const transmit = (frame: Frame) => void sent.push(frame)
const texts = ({ read }: Chat) =>
  read().messages.map(({ from, text, state }) => `${from} ${state}: ${text}`)

describe('a chat', () => {
  it('sends at once, and says when it has arrived', () => {
    chat.attach(transmit)
    chat.send('  hello\r\nthere ')
    expect(sent).toMatchObject([{ kind: 'chat', text: 'hello\nthere' }])
    expect(texts(chat)).toEqual(['self sending: hello\nthere'])
    const [frame] = sent
    if (frame?.kind === 'chat') chat.receive({ kind: 'got', id: frame.id })
    expect(texts(chat)).toEqual(['self sent: hello\nthere'])
  })

  it('sends again what has not arrived when there is a channel again', () => {
    chat.send('one')
    chat.attach(transmit)
    chat.attach(null)
    chat.send('two')
    expect(sent).toHaveLength(1)
    chat.attach(transmit)
    expect(sent.map((frame) => frame.kind === 'chat' && frame.text)).toEqual(['one', 'one', 'two'])
    expect(new Set(sent.map((frame) => frame.kind !== 'media' && frame.id)).size).toBe(2)
  })

  it('keeps what is typed for this session alone', () => {
    chat.draft.write('half a sentence')
    expect(createChat('booking', () => 0).draft.read()).toBe('half a sentence')
    expect(createChat('other', () => 0).draft.read()).toBe('')
  })

  it('takes what came twice once, and acknowledges it twice', () => {
    chat.attach(transmit)
    const frame = { kind: 'chat', id: 'message-1', text: 'hi' } as const
    chat.receive(frame)
    chat.receive(frame)
    expect(texts(chat)).toEqual(['other sent: hi'])
    expect(sent).toEqual([
      { kind: 'got', id: 'message-1' },
      { kind: 'got', id: 'message-1' },
    ])
  })

  it('counts what is unread, and is told to stop', () => {
    let told = 0
    const forget = chat.subscribe(() => (told += 1))
    chat.receive({ kind: 'chat', id: 'message-1', text: 'a' })
    chat.receive({ kind: 'chat', id: 'message-2', text: 'b' })
    expect(chat.read().unread).toBe(2)
    chat.markRead()
    chat.markRead()
    expect([chat.read().unread, told]).toEqual([0, 3])
    forget()
    chat.send('c')
    expect(told).toBe(3)
  })

  it('is kept through a reload of the tab, for its own meeting', () => {
    chat.receive({ kind: 'chat', id: 'message-1', text: 'a' })
    chat.send('b')
    const again = createChat('booking', () => ++now)
    expect(again.read()).toEqual(chat.read())
    again.attach(transmit)
    expect(sent).toMatchObject([{ kind: 'chat', text: 'b' }])
    again.receive({ kind: 'chat', id: 'message-1', text: 'a' })
    expect(again.read().messages).toHaveLength(2)
    expect(createChat('other', () => 0).read()).toEqual({ messages: [], unread: 0 })
  })

  it('takes nothing from a storage that somebody has written to', () => {
    const key = 'ec.chat.booking'
    for (const text of [
      '{',
      '[]',
      '{"messages":[1,{"id":"x"}],"unread":"many"}',
      '{"messages":{}}',
    ]) {
      sessionStorage.setItem(key, text)
      expect(createChat('booking', () => 0).read()).toEqual({ messages: [], unread: 0 })
    }
  })

  it('keeps no more than a tab holds', () => {
    for (let at = 0; at < 400; at += 1) {
      chat.receive({ kind: 'chat', id: `message-${at}`, text: 'x'.repeat(longestChatMessage) })
    }
    const { messages } = chat.read()
    expect(messages.length).toBeLessThanOrEqual(75)
    expect(messages.at(-1)?.id).toBe('message-399')
  })
})

describe('what comes over the channel', () => {
  it('is read as it is meant', () => {
    const chat = { kind: 'chat', id: 'message-1', text: 'hi' }
    expect(readFrame(JSON.stringify({ ...chat, more: 1 }))).toEqual(chat)
    expect(
      readFrame('{"kind":"media","state":{"microphone":true,"camera":"yes","soundOnly":"x"}}'),
    ).toEqual({
      kind: 'media',
      state: {
        microphone: true,
        camera: false,
        sharing: false,
        interrupted: false,
        soundOnly: 'no',
      },
    })
  })

  it('is nothing where it is not', () => {
    const long = 'x'.repeat(longestChatMessage + 1)
    for (const found of [
      null,
      7,
      [],
      {},
      { kind: 'chat', id: 'short', text: 'hi' },
      { kind: 'chat', id: 'message-1', text: '' },
      { kind: 'chat', id: 'message-1', text: '\u0000 \u202E' },
      { kind: 'chat', id: 'message-1', text: long },
      { kind: 'chat', id: 'message-1', text: { toString: 'x' } },
      { kind: 'media', state: null },
      { kind: 'got' },
    ]) {
      expect(readFrame(JSON.stringify(found))).toBeNull()
    }
    expect(readFrame('{')).toBeNull()
    fc.assert(fc.property(fc.jsonValue(), (value) => void readFrame(JSON.stringify(value))))
  })

  it('turns no direction of writing', () => {
    expect(
      readFrame(JSON.stringify({ kind: 'chat', id: 'message-1', text: 'a\u202Eb\u0007c' })),
    ).toMatchObject({
      text: 'abc',
    })
  })
})

describe('addresses in a message', () => {
  const links = (text: string) =>
    piecesOf(text).flatMap((piece) => (piece.kind === 'link' ? [piece.href] : []))

  it('are found, without what ends the sentence', () => {
    expect(piecesOf('See https://a.example/b?c=d#e, or (http://x.example/(y)).')).toEqual([
      { kind: 'text', text: 'See ' },
      { kind: 'link', text: 'https://a.example/b?c=d#e', href: 'https://a.example/b?c=d#e' },
      { kind: 'text', text: ', or (' },
      { kind: 'link', text: 'http://x.example/(y)', href: 'http://x.example/(y)' },
      { kind: 'text', text: ').' },
    ])
    expect(links('»https://a.example/ä«! https://b.example…')).toEqual([
      'https://a.example/%C3%A4',
      'https://b.example/',
    ])
  })

  it('are of the web alone, and hide nobody behind a name', () => {
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,x',
      'xhttps://a.example',
      'https://',
      'http://:80',
      'https://bank.example@evil.example/',
      'https://user:word@evil.example/',
    ]) {
      expect(links(text)).toEqual([])
    }
  })

  it('with letters that look like others are shown as they are asked for', () => {
    expect(piecesOf('https://аpple.com/')).toEqual([
      { kind: 'link', text: 'https://xn--pple-43d.com/', href: 'https://xn--pple-43d.com/' },
    ])
  })

  it('are no markup, and lose nothing of the text', () => {
    expect(links('https://a.example/"onclick="x')).toEqual(['https://a.example/'])
    expect(links('<a href="https://a.example">')).toEqual(['https://a.example/'])
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('(', ')', '.', ' ', 'https://')),
        ),
        (parts) => {
          const text = parts.join('')
          const pieces = piecesOf(text)
          for (const piece of pieces)
            if (piece.kind === 'link') expect(piece.href).toMatch(/^https?:\/\/[^@]/)
          const isPlain = pieces.every(
            (piece) => piece.kind === 'text' || !piece.text.includes('xn--'),
          )
          if (isPlain) expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        },
      ),
    )
  })

  it('reads a message that is nothing but brackets as fast as any other', () => {
    const began = performance.now()
    for (let times = 0; times < 20; times += 1) piecesOf(`https://a.example/${')'.repeat(3970)}`)
    expect(performance.now() - began).toBeLessThan(1000)
    expect(piecesOf('(https://a.example/b_(c)).')[1]).toMatchObject({
      href: 'https://a.example/b_(c)',
    })
  })
})
