/**
 * The business saying no. The code is a promise to users of the API, this table maps it
 * to an HTTP status, and the sentence lives in `words/refusals` in both languages.
 * Rooms add their codes here, in their own block.
 */
export const refusalStatus = {
  // plumbing
  not_found: 404,
  not_signed_in: 401,
  role_may_not: 403,
  cross_site: 403,
  invalid_input: 422,
  key_reused: 422,
  changed_meanwhile: 409,
  too_many_attempts: 429,
  file_too_large: 413,
  file_type_refused: 422,
  file_broken: 422,
  body_too_large: 413,
  pdf_unavailable: 503,
  // accounts
  email_taken: 409,
  email_invalid: 422,
  password_too_short: 422,
  wrong_email_or_password: 401,
  link_used: 410,
  link_expired: 410,
  link_unknown: 404,
  email_not_confirmed: 403,
  staff_already_invited: 409,
  last_owner: 409,
  calendar_never_opens: 422,
  calendar_invalid: 422,
  calendar_in_use: 409,
  not_a_sandbox: 409,
  clock_goes_forward_only: 422,
  clock_is_moving: 409,
  slug_taken: 409,
  invoice_pattern_invalid: 422,
  account_number_invalid: 422,
  mailbox_unreachable: 422,
  // contracts
  nip_missing: 422,
  nip_characters: 422,
  nip_length: 422,
  nip_office: 422,
  nip_checksum: 422,
  nip_taken: 409,
  client_has_contracts: 409,
  contact_email_taken: 409,
  contact_has_no_access: 403,
  csv_unreadable: 422,
  csv_has_problems: 422,
  dates_reversed: 422,
  contracts_overlap: 409,
  terms_invalid: 422,
  terms_in_force: 409,
  contract_not_active: 409,
  contract_already_active: 409,
  contract_ended: 409,
  amendment_inside_settled_period: 409,
  number_taken: 409,
  amount_invalid: 422,
  signed_scan_wrong_type: 422,
  scan_password: 422,
  scan_too_many_pages: 422,
  scan_too_long: 422,
  scan_code_unknown: 422,
  scan_mixes_versions: 422,
  scan_of_changed_terms: 409,
  scan_of_other_contract: 409,
  scan_of_other_version: 409,
  scan_already_decided: 409,
  template_not_docx: 422,
  template_password: 422,
  template_broken: 422,
  template_too_large: 422,
  template_too_many_pages: 422,
  template_macros: 422,
  template_external_link: 422,
  template_raw_xml: 422,
  template_unfit: 422,
  signing_document_changed: 409,
  signing_needs_signature: 409,
  account_manager_unknown: 422,
  date_outside_contract: 422,
  draft_exists: 409,
  version_is_draft: 409,
  contract_not_ended: 409,
  client_archived: 409,
  notice_in_future: 422,
  notice_too_short: 422,
  suspension_in_past: 422,
  renewal_too_short: 422,
  contract_suspended: 409,
  contract_not_suspended: 409,
  contract_indefinite: 409,
  contract_has_no_renewal: 409,
  effect_not_shown: 409,
  absence_overlaps: 409,
  absence_deputy_same: 422,
  price_list_name_taken: 409,
  price_list_published: 409,
  price_list_not_published: 409,
  template_name_taken: 409,
  index_figure_invalid: 422,
  index_figure_missing: 409,
  indexation_made: 409,
  spreadsheet_unreadable: 422,
  // desk
  ticket_closed: 409,
  ticket_merged: 409,
  ticket_not_held: 409,
  ticket_is_held: 409,
  ticket_cancelled: 409,
  ticket_refused: 409,
  ticket_not_resolved: 409,
  ticket_already_resolved: 409,
  ticket_already_waiting: 409,
  ticket_not_waiting: 409,
  conversation_has_ticket: 409,
  merge_with_itself: 422,
  merge_other_client: 409,
  timer_already_running: 409,
  timer_not_running: 409,
  entry_ends_before_start: 422,
  entry_in_future: 422,
  entry_settled: 409,
  message_empty: 422,
  priority_unknown: 422,
  assignee_unknown: 422,
  mail_unreadable: 422,
  mail_recipient_unknown: 404,
  intake_secret_wrong: 403,
  ladder_invalid: 422,
  quiet_hours_invalid: 422,
  category_invalid: 422,
  category_unknown: 422,
  pause_reason_unknown: 422,
  pause_ends_before_start: 422,
  estimate_invalid: 422,
  // billing
  proposal_issued: 409,
  proposal_needs_decision: 409,
  proposal_empty: 409,
  period_not_ended: 409,
  nothing_to_issue: 409,
  issue_run_running: 409,
  line_unknown: 404,
  reason_missing: 422,
  vat_unknown: 422,
  buyer_incomplete: 422,
  seller_incomplete: 422,
  exemption_basis_missing: 422,
  correction_changes_nothing: 422,
  correction_of_nip: 422,
  invoice_xml_invalid: 500,
  // collection
  payment_in_future: 422,
  payment_withdrawn: 409,
  invoice_paid: 409,
} as const

export type RefusalCode = keyof typeof refusalStatus
export type RefusalFacts = Record<
  string,
  string | number | boolean | null | undefined | readonly unknown[] | object
>

export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: RefusalCode
  readonly facts: RefusalFacts
  /** The path of the input field the refusal speaks of, such as `terms.serviceLevels.0.calendarId`. */
  readonly field: string | undefined

  constructor(code: RefusalCode, facts: RefusalFacts = {}, field?: string) {
    super(code)
    this.code = code
    this.facts = facts
    this.field = field
  }
}

export function refuse(code: RefusalCode, facts: RefusalFacts = {}, field?: string): never {
  throw new Refusal(code, facts, field)
}
