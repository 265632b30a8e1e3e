/**
 * Fills a company's own DOCX with the values that fill our own text. Values reach it as text
 * only; what is not agreed is a dash, never "undefined"; an unknown name stops the filling.
 */
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { TemplateProblem, type TemplateValue, type TemplateValues } from '../documents/fill-template.ts'
import { docxOptions } from './docx-tags.ts'
import { withMark } from './docx-mark.ts'

export async function fillDocx(
  template: Buffer,
  values: TemplateValues,
  mark: { pageCode: string; hasOwnText: boolean },
): Promise<Buffer> {
  const marked = await withMark(template, mark.pageCode, mark.hasOwnText)
  const missing = new Set<string>()
  const document = new Docxtemplater(new PizZip(marked), {
    ...docxOptions,
    nullGetter: (part: { module?: string; value?: string }) => {
      missing.add(part.value ?? '')
      return part.module ? [] : '–'
    },
  })
  document.render(cleaned(values) as Record<string, unknown>)
  if (missing.size > 0) throw new TemplateProblem([...missing].map((name) => `{${name}} has no value`))
  return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}

/** Characters that XML cannot hold would damage the whole document. */
function cleaned(value: TemplateValue): TemplateValue {
  if (typeof value === 'string')
    // oxlint-disable-next-line no-control-regex -- control characters are what is being removed
    return value.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ').toWellFormed()
  if (Array.isArray(value)) return value.map((one) => cleaned(one) as TemplateValues)
  if (typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cleaned(one)]))
}
