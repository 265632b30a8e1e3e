/** The door of the contracts room. */
export {
  clientOf,
  clientsOf,
  clientByNip,
  contactOf,
  contactsOfClient,
  contactsByEmail,
  type Client,
  type Contact,
} from './client-store.ts'
export { deviceLabel, deviceOf, devicesOf, siteOf, sitesOf, type Device, type Site } from './place-store.ts'
export { addSite, changeSite, archiveSite, siteOfClient, type SiteData } from './keep-site.ts'
export { addDevice, changeDevice, archiveDevice, deviceOfClient, type DeviceData } from './keep-device.ts'
export { addClient, changeClient, type ClientData } from './keep-client.ts'
export { addContact, changeContact, inviteContact, endContact, type ContactData } from './keep-contact.ts'
export {
  contractOf,
  contractsOf,
  contractsOfClient,
  versionsOfContract,
  versionOf,
  lastDayOf,
  type Contract,
  type VersionRow,
  type VersionInForce,
} from './contract-store.ts'
export {
  contractFor,
  contractsInForce,
  termsOfContractAt,
  contractsToSettle,
  noteSettled,
  type Match,
} from './terms-in-force.ts'
export { contractsEndedBefore, ledgerOf, ledgersOf, noteLedger, type LedgerEntry } from './contract-ledger.ts'
export { countsOf, countsOfContracts, enterCount, removeCount, type Count } from './contract-counts.ts'
export { stateOf, isUnsigned, type ContractState } from './contract-state.ts'
export { Terms, fingerprint, type ServiceLevel } from './terms.ts'
export { PriceList as PriceListShape } from './price-list-schema.ts'
export { PriorityMatrix as PriorityMatrixShape } from './clock-schema.ts'
export { readPriceList } from './terms-input.ts'
export { defaultTerms } from './default-terms.ts'
export { draftContract, writeTerms, type NewContract } from './draft-contract.ts'
export { activateVersion, noteEffectShown } from './activate-contract.ts'
export { amendContract } from './amend-contract.ts'
export { endContract } from './end-contract.ts'
export { awayNow, absencesOf, enterAbsence, type Absence } from './absences.ts'
export {
  barrierOf,
  limitsMoney,
  maySupervise,
  reportBarriers,
  type ReportBarrier,
  type Reported,
} from './who-may-report.ts'
export { suspendContract, resumeContract } from './suspend-contract.ts'
export { knownVersions, termsAsOf } from './terms-as-of.ts'
export { matches, type About } from './matching.ts'
export { documentOf, type Printed } from './keep-document.ts'
export { signedFilesOf, signedScanOf } from './attach-scan.ts'
export { openingBalancesOf, enterOpeningBalance, removeOpeningBalance } from './opening-balances.ts'
export type { OpeningBalance } from './opening-packages.ts'
export { importContracts } from './import-contracts.ts'
