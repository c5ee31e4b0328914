import type { NodemailerError } from 'nodemailer'
import { replyLine } from './reply-line.ts'
import type { Handover } from './transport.ts'

export interface Attempt {
  /** The server had asked for the mail and we were giving it: without a reply nobody knows whether it has it (RFC 1047). */
  readonly began: boolean
  /** The recipient's address has letters that not every server takes (SMTPUTF8, RFC 6531). */
  readonly isWide: boolean
}

/** What the errors of nodemailer mean. No line holds one of the `secrets`. */
export function createSmtpFaults(secrets: readonly string[]) {
  const line = (text: string): string => replyLine(text, secrets)

  /** For whoever hosts it: what is wrong, then the server's own words. */
  function reasonOf(error: NodemailerError): string {
    const words = sentenceOf(error)
    return line(error.response === undefined ? words : `${words}: ${error.response}`)
  }

  return {
    reasonOf,
    replyOf: line,

    /** What an attempt that failed says about its mail. */
    handoverOf(error: NodemailerError, { began, isWide }: Attempt): Handover {
      const { responseCode: code, command = '' } = error
      // The last words of a server that leaves are no reply to the mail that it was given.
      if (code === undefined || (began && command === 'CONN')) {
        if (began) return { kind: 'unknown', reason: reasonOf(error) }
        return isOfThisMail(error)
          ? { kind: 'refused', reply: line(error.message) }
          : { kind: 'unreachable', reason: reasonOf(error) }
      }
      if (isOfAllMails(code, command, isWide)) {
        return { kind: 'unreachable', reason: reasonOf(error) }
      }
      const reply = line(error.response ?? error.message)
      // 503 blames the order of our commands: the same mail may go another time.
      return { kind: code >= 500 && code !== 503 ? 'refused' : 'deferred', reply }
    },
  }
}

/** Refused before a server was asked: an address that no command can carry, or more than the server says it takes. */
function isOfThisMail({ code, command }: NodemailerError): boolean {
  return (code === 'EENVELOPE' && command === 'API') || code === 'EMESSAGE'
}

const signInCodes = [530, 534, 535, 538]

/** A reply that every mail would get: it says nothing about this one. */
function isOfAllMails(code: number, command: string, isWide: boolean): boolean {
  if (code === 421 || signInCodes.includes(code)) return true
  if (command === 'RCPT TO' || command === 'DATA') return false
  // Whose mails these are is the same each time; their sizes (552, RFC 1870) and alphabets are not.
  return !(command === 'MAIL FROM' && code >= 500 && (code === 552 || isWide))
}

function sentenceOf(error: NodemailerError): string {
  const { code = '', command = '', originalCode = '', response } = error
  if (code === 'EAUTH') return 'the mail server refuses our name and password'
  if (command === 'STARTTLS' && response !== undefined) {
    return 'the mail server offers no TLS, without which neither password nor mail is sent'
  }
  if (command === 'MAIL FROM') return 'the mail server takes no mail from our address'
  if (response !== undefined) return 'the mail server turns us away'
  if (isOfCertificate(originalCode)) {
    return `the certificate of the mail server is not valid for its name, or not trusted here (${originalCode})`
  }
  return (
    byCode[originalCode] ??
    byCode[code] ??
    `the mail server cannot be used (${code || error.message})`
  )
}

/** The names that Node has for what is wrong with a certificate: those of OpenSSL, and one of its own. */
function isOfCertificate(code: string): boolean {
  return /CERT|^UNABLE_TO_|^(INVALID_CA|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH)$/.test(code)
}

const notFound = 'the name of the mail server is not found'
const noWay = 'no way leads to the mail server from here'
const brokenOff = 'the mail server broke the connection off'

const byCode: Readonly<Record<string, string>> = {
  ENOTFOUND: notFound,
  ENODATA: notFound,
  EAI_AGAIN: 'the name of the mail server cannot be looked up at the moment',
  EDNS: 'the name of the mail server cannot be looked up',
  ECONNREFUSED: 'the mail server refuses the connection: nothing listens on that port',
  EHOSTUNREACH: noWay,
  ENETUNREACH: noWay,
  ECONNRESET: brokenOff,
  EPIPE: brokenOff,
  ERR_SSL_WRONG_VERSION_NUMBER: 'no TLS is spoken on that port: smtp: may be meant, not smtps:',
  ECONNECTION: brokenOff,
  ETIMEDOUT: 'the mail server does not answer in time',
  EABORT: 'the mail server took too long',
  ETLS: 'the mail server and we do not agree on TLS',
  EPROTOCOL: 'what answers there speaks no SMTP',
}
