/**
 * Puts the mark of the version into the footer of a company's own DOCX: fingerprint, code and
 * page number as text where the template has no placeholders for them, and always the code as
 * a picture, so that a signed scan finds its version. The company's own footer stays above it.
 */
import sharp from 'sharp'
import PizZip from 'pizzip'
import { qrPicture } from '#server/plumbing/pdf/qr-picture.ts'
import { textOfMark } from '../documents/page-codes.ts'

const documentPart = 'word/document.xml'
const documentRelations = 'word/_rels/document.xml.rels'
const ownFooter = 'word/footerOpiekun.xml'
const picturePart = 'media/opiekun-kod.png'
const kinds = ['default', 'first', 'even'] as const

const relationType = (name: string) =>
  `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}`
const emptyRelations =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'

/** `pageCode` is in the picture; the text is filled in with the other placeholders. */
export async function withMark(template: Buffer, pageCode: string, hasOwnText: boolean): Promise<Buffer> {
  const zip = new PizZip(template)
  const files = footersOf(zip)
  zip.file(`word/${picturePart}`, await codePicture(pageCode))
  declare(zip, files.added)
  for (const file of files.all) putMark(zip, file, hasOwnText)
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}

async function codePicture(pageCode: string): Promise<Buffer> {
  const svg = qrPicture(textOfMark({ pageCode }), 'Q')
  return sharp(Buffer.from(svg), { density: 72 })
    .resize({ width: 420, height: 420, kernel: 'nearest' })
    .extend({ top: 40, bottom: 40, left: 40, right: 40, background: '#fff' })
    .flatten({ background: '#fff' })
    .png()
    .toBuffer()
}

/** Every footer that any page shows; the first section gets ours for the kinds it lacks, later ones inherit. */
function footersOf(zip: PizZip): { all: string[]; added: boolean } {
  const relations = text(zip, documentRelations) ?? emptyRelations
  const targets = new Map(
    [...relations.matchAll(/<Relationship\b[^>]*>/g)].map(([one]) => [
      attribute(one, 'Id'),
      attribute(one, 'Target'),
    ]),
  )
  let body = text(zip, documentPart) ?? ''
  if (!/<w:sectPr\b/.test(body)) body = body.replace('</w:body>', '<w:sectPr></w:sectPr></w:body>')
  body = body.replaceAll(/<w:sectPr\b([^>]*)\/>/g, '<w:sectPr$1></w:sectPr>')
  const used = [...body.matchAll(/<w:footerReference\b[^>]*>/g)].map(([one]) => one)
  const first = /<w:sectPr\b[^>]*>([\s\S]*?)<\/w:sectPr>/.exec(body)?.[1] ?? ''
  const lacking = kinds.filter(
    (kind) => !new RegExp(`<w:footerReference\\b[^>]*w:type="${kind}"`).test(first),
  )
  const references = lacking.map((kind) => `<w:footerReference w:type="${kind}" r:id="rIdOpiekun"/>`).join('')
  body = body.replace(/<w:sectPr\b[^>]*>/, (opening) => opening + references)
  zip.file(documentPart, withNamespace(body))
  if (lacking.length > 0)
    zip.file(
      documentRelations,
      relations.replace(
        '</Relationships>',
        `<Relationship Id="rIdOpiekun" Type="${relationType('footer')}" Target="footerOpiekun.xml"/></Relationships>`,
      ),
    )
  const existing = used
    .map((one) => targets.get(attribute(one, 'r:id')))
    .filter((target): target is string => Boolean(target))
    .map((target) => (target.startsWith('/') ? target.slice(1) : `word/${target}`))
    .filter((file) => zip.file(file))
  return {
    all: [...new Set([...existing, ...(lacking.length > 0 ? [ownFooter] : [])])],
    added: lacking.length > 0,
  }
}

function withNamespace(body: string): string {
  if (/xmlns:r="/.test(body)) return body
  return body.replace(
    /<w:document\b/,
    '<w:document xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  )
}

/** The parts must be named by type, or an editor calls the file damaged. */
function declare(zip: PizZip, footerAdded: boolean): void {
  let types = text(zip, '[Content_Types].xml') ?? ''
  const add = (entry: string) => (types = types.replace('</Types>', `${entry}</Types>`))
  if (!/Extension="png"/i.test(types)) add('<Default Extension="png" ContentType="image/png"/>')
  if (footerAdded)
    add(
      `<Override PartName="/${ownFooter}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>`,
    )
  zip.file('[Content_Types].xml', types)
}

function putMark(zip: PizZip, file: string, hasOwnText: boolean): void {
  const relationsFile = file.replace(/([^/]+)$/, '_rels/$1.rels')
  const relations = text(zip, relationsFile) ?? emptyRelations
  zip.file(
    relationsFile,
    relations.replace(
      '</Relationships>',
      `<Relationship Id="rIdOpiekunKod" Type="${relationType('image')}" Target="${picturePart}"/></Relationships>`,
    ),
  )
  const footer = text(zip, file) ?? emptyFooter
  zip.file(file, footer.replace(/<\/w:ftr>\s*$/, `${markParagraph(hasOwnText)}</w:ftr>`))
}

const emptyFooter =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:ftr>'

const small = '<w:rPr><w:color w:val="5C6763"/><w:sz w:val="15"/><w:szCs w:val="15"/></w:rPr>'
const run = (inside: string) => `<w:r>${small}${inside}</w:r>`
const field = (code: string) => `<w:fldSimple w:instr=" ${code} ">${run('<w:t>1</w:t>')}</w:fldSimple>`

/** Text on the left, the picture at the right end of the line. */
function markParagraph(hasOwnText: boolean): string {
  const words = hasOwnText
    ? ''
    : run(
        '<w:t xml:space="preserve">Wersja {umowa_wersja} · skrót {umowa_skrot} · kod {umowa_kod} · strona </w:t>',
      ) +
      field('PAGE') +
      run('<w:t xml:space="preserve"> z </w:t>') +
      field('NUMPAGES')
  return `<w:p><w:pPr><w:tabs><w:tab w:val="clear" w:pos="4536"/><w:tab w:val="clear" w:pos="9072"/><w:tab w:val="right" w:pos="9070"/></w:tabs></w:pPr>${words}<w:r><w:tab/></w:r><w:r>${picture}</w:r></w:p>`
}

/** 15 mm with its quiet zone; the namespaces stand here, for footers that do not declare them. */
const side = 15 * 36_000
const picture = `<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${side}" cy="${side}"/><wp:docPr id="9401" name="Kod wersji" descr="kod wersji"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="9402" name="kod.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rIdOpiekunKod"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${side}" cy="${side}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`

const text = (zip: PizZip, file: string): string | undefined => zip.file(file)?.asText()
const attribute = (tag: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
