/** Where a made-up promise or activity stands: in the one document of its agreement, with no report of it. */
export function ofDocument(agreementId: string) {
  return {
    agreementId,
    documentId: `pahittad-${agreementId}`,
    sourceSeen: 'whole_document',
    reportState: 'not_researched',
  } as const
}
