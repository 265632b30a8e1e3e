/**
 * Small, strict writing of XML for KSeF. Text is escaped, white space folded (the schema
 * speaks of tokens), what XML forbids or KSeF rejects is left out, and lengths are kept
 * by whole characters. An element that would be empty is not written at all: the schema
 * knows no empty text.
 */
export type Xml = string

export function element(name: string, ...content: readonly Xml[]): Xml {
  const inner = content.join('')
  return inner === '' ? '' : `<${name}>${inner}</${name}>`
}

export function text(name: string, value: string | undefined, most = 256): Xml {
  return element(name, escaped(cleanText(value ?? '', most)))
}

/** As it will stand in the document; empty when nothing of it may stand there. */
export function cleanText(value: string, most = 256): string {
  const folded = [...value].filter(isAllowed).join('').replace(/\s+/g, ' ').trim()
  const signs = [...folded]
  return signs.length <= most ? folded : signs.slice(0, most).join('').trim()
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Not allowed: control signs, U+007F–U+009F but U+0085, lone surrogates, U+FDD0–U+FDEF, …FFFE and …FFFF. */
function isAllowed(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  if (code >= 0x7f && code <= 0x9f) return code === 0x85
  if (code >= 0xd800 && code <= 0xdfff) return false
  if (code >= 0xfdd0 && code <= 0xfdef) return false
  return (code & 0xfffe) !== 0xfffe
}
