/**
 * For the tests: DOCX as people make them. One is written by LibreOffice from a text with
 * tables and loops; one is put together by hand, part by part, so that each may be broken.
 */
import PizZip from 'pizzip'
import { convertByOffice, officeProgram } from '../../plumbing/pdf/office.ts'

export const skipWithoutOffice = officeProgram() ? false : 'LibreOffice is not installed'

type Table = { head: string[]; row: string[] }
export type Written = (string | Table)[]

/** A text document of LibreOffice, saved by it as DOCX. */
export function docxByOffice(written: Written, footer?: string): Promise<Buffer> {
  return convertByOffice(Buffer.from(flatText(written, footer)), 'fodt', 'docx')
}

function flatText(written: Written, footer?: string): string {
  const body = written.map((one) => (typeof one === 'string' ? paragraph(one) : table(one))).join('\n')
  const spaces = ['office', 'text', 'table', 'style'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  )
  const page = footer
    ? `<style:master-page style:name="Standard" style:page-layout-name="pm"><style:footer>${paragraph(footer)}</style:footer></style:master-page>`
    : '<style:master-page style:name="Standard" style:page-layout-name="pm"/>'
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${spaces.join(' ')} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles>${page}</office:master-styles>
<office:body><office:text>${body}</office:text></office:body></office:document>`
}

const paragraph = (text: string): string =>
  text.startsWith('# ')
    ? `<text:h text:outline-level="1">${escaped(text.slice(2))}</text:h>`
    : `<text:p>${escaped(text)}</text:p>`

function table({ head, row }: Table): string {
  const cells = (texts: string[]) =>
    `<table:table-row>${texts.map((text) => `<table:table-cell office:value-type="string">${paragraph(text)}</table:table-cell>`).join('')}</table:table-row>`
  return `<table:table table:name="T${head.length}"><table:table-column table:number-columns-repeated="${head.length}"/>${cells(head)}${cells(row)}</table:table>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The smallest DOCX that an editor opens; `more` adds or replaces parts. */
export function plainDocx(paragraphs: string[], more: Record<string, string> = {}): Buffer {
  const zip = new PizZip()
  const body = paragraphs.map(
    (text) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`,
  )
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${word}" xmlns:r="${officeRelations}"><w:body>${body.join('')}<w:sectPr/></w:body></w:document>`,
    ...more,
  }
  for (const [name, content] of Object.entries(parts)) zip.file(name, content)
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}

/** Relationships of the body, of which one leads out of the file. */
export const externalRelation = (type: string, target: string): Record<string, string> => ({
  'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${packageRelations}"><Relationship Id="rId9" Type="${officeRelations}/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
})
