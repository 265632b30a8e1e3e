/** The door of the contracts room. */
export { clientOf, clientsOf, clientByNip, contactOf, contactsOfClient, contactsByEmail, type Client, type Contact } from './client-store.ts'
export { contractOf, contractsOf, contractsOfClient, versionsOfContract, versionOf, type Contract, type VersionRow, type VersionInForce } from './contract-store.ts'
export { contractFor, termsOfContractAt, contractsToSettle, noteSettled, type Match } from './terms-in-force.ts'
export { Terms, fingerprint, type ServiceLevel } from './terms.ts'
