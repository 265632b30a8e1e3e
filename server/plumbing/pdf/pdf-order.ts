/**
 * What the pool hands to a worker and what comes back. The template is a file of ours, the
 * data is JSON: what people typed reaches Typst only as strings, never as markup.
 */
export type PdfAttachment = {
  name: string
  mediaType: string
  content: Buffer
  description: string
}

export type PdfRequest = {
  /** Absolute path of a .typ file of ours; it reads its data with `json("data.json")`. */
  template: string
  data: unknown
  pdfStandard?: 'a-3a' | 'plain'
  attachments?: PdfAttachment[]
  /** Pictures that the template reads by their name, as if they lay beside it. */
  pictures?: { name: string; content: Buffer }[]
}

export type PdfOrder = { id: number; request: PdfRequest }

export type PdfAnswer = { id: number } & ({ pdf: Uint8Array } | { problem: string })
