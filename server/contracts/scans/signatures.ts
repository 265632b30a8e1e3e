/**
 * Signatures inside a PDF (PAdES and its elders): who signed and when, as the file states it.
 * Nothing is verified here: neither the hash nor the certificate nor its list of revocations;
 * whoever needs that uses a validator. What the file says is shown as what the file says.
 */
import { X509Certificate } from 'node:crypto'

export type StatedSignature = {
  /** The name in the signer's certificate, else the one written into the signature. */
  signer: string
  /** Who issued the certificate. */
  issuer?: string
  /** An instant, as the signature states it. */
  signedAt?: string
  /** The kind of signature by its own name, e.g. ETSI.CAdES.detached. */
  kind?: string
  /** Something was added to the file after this signature. */
  isFollowedByChanges: boolean
}

export function statedSignatures(pdf: Buffer): StatedSignature[] {
  const text = pdf.toString('latin1')
  const found: StatedSignature[] = []
  for (const match of text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)) {
    const [, , before = 0, after = 0, length = 0] = match.map(Number)
    const dictionary = dictionaryAround(text, match.index)
    if (!/\/Type\s*\/(Sig|DocTimeStamp)\b|\/SubFilter/.test(dictionary)) continue
    // A time stamp of an authority is no signature of a person.
    if (/\/(Type\s*\/DocTimeStamp|SubFilter\s*\/ETSI\.RFC3161)\b/.test(dictionary)) continue
    const container = /^\s*<([0-9a-fA-F\s]*)>/.exec(text.slice(before, after))?.[1]
    found.push({
      ...stated(dictionary, container ? Buffer.from(container.replaceAll(/\s/g, ''), 'hex') : undefined),
      isFollowedByChanges: after + length < pdf.length - 2,
    })
  }
  return found.slice(0, 20)
}

function stated(
  dictionary: string,
  container: Buffer | undefined,
): Omit<StatedSignature, 'isFollowedByChanges'> {
  const certificate = container && signerCertificate(container)
  const name = certificate && nameIn(certificate.subject)
  const kind = /\/SubFilter\s*\/([\w.]+)/.exec(dictionary)?.[1]
  const issuer = certificate && nameIn(certificate.issuer)
  const signedAt = timeOf(/\/M\s*\(([^)]*)\)/.exec(dictionary)?.[1])
  return {
    signer: name ?? textOf(/\/Name\s*\(((?:\\.|[^\\)])*)\)/s.exec(dictionary)?.[1]) ?? '',
    ...(issuer && { issuer }),
    ...(signedAt && { signedAt }),
    ...(kind && { kind }),
  }
}

/** The object in which the byte range stands, without the long hexadecimal container. */
function dictionaryAround(text: string, at: number): string {
  const from = text.lastIndexOf(' obj', at)
  const to = text.indexOf('endobj', at)
  return text.slice(Math.max(0, from), to < 0 ? at + 4000 : to).replace(/<[0-9a-fA-F\s]{200,}>/g, '')
}

/** "D:20261120143000+01'00'" */
function timeOf(stamp: string | undefined): string | undefined {
  const parts = /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(?:Z|([+-]\d{2})'?(\d{2})?)?/.exec(stamp ?? '')
  if (!parts) return undefined
  const [, year, month, day, hour, minute, second = '00', zone, zoneMinutes = '00'] = parts
  const offset = zone ? `${zone}:${zoneMinutes}` : 'Z'
  try {
    return Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`).toString()
  } catch {
    return undefined
  }
}

/** Strings of a PDF: bytes of PDFDocEncoding, or UTF-16 after its mark. */
function textOf(raw: string | undefined): string | undefined {
  if (!raw) return undefined
  const bytes = Buffer.from(raw.replaceAll(/\\([()\\])/g, '$1'), 'latin1')
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
  return bytes.toString('latin1').trim() || undefined
}

/** The certificate whose serial number the signature names; the only one where there is one. */
function signerCertificate(container: Buffer): X509Certificate | undefined {
  try {
    const information = children(children(container)[0]!.inside)
    const parts = children(children(information[1]!.inside)[0]!.inside)
    const certificates = children(parts.find((part) => part.tag === 0xa0)?.inside ?? Buffer.alloc(0))
      .filter((part) => part.tag === 0x30)
      .map((part) => new X509Certificate(part.whole))
    const signerInfo = children(parts.at(-1)!.inside)[0]
    const named = signerInfo && children(signerInfo.inside)[1]
    const serial = named && children(named.inside).at(-1)?.inside.toString('hex')
    const plain = (hex: string) => hex.toLowerCase().replace(/^0+/, '')
    return certificates.find((one) => serial && plain(one.serialNumber) === plain(serial)) ?? certificates[0]
  } catch {
    // A container that we cannot take apart still is a signature; its name is then what the file says.
    return undefined
  }
}

type Part = { tag: number; inside: Buffer; whole: Buffer }

/** The values of ASN.1 that stand one after another in these bytes. */
function children(bytes: Buffer): Part[] {
  const parts: Part[] = []
  let at = 0
  while (at + 2 <= bytes.length) {
    const tag = bytes[at]!
    if (tag === 0 && bytes[at + 1] === 0) break
    const first = bytes[at + 1]!
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f
    if (first === 0x80 || lengthBytes > 4) throw new RangeError('not in the distinguished encoding')
    const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes)
    const start = at + 2 + lengthBytes
    if (start + length > bytes.length) throw new RangeError('cut off')
    parts.push({
      tag,
      inside: bytes.subarray(start, start + length),
      whole: bytes.subarray(at, start + length),
    })
    at = start + length
  }
  return parts
}

function nameIn(subject: string): string | undefined {
  const field = (key: string) => new RegExp(`^${key}=(.+)$`, 'm').exec(subject)?.[1]?.trim()
  return field('CN') ?? field('O')
}
