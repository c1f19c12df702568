// The server itself as an author: it takes back what nobody ratified. No account, no rights.

export const systemActor = 'system'
/** Shown where a person's name stands otherwise. */
export const systemName = '系统'
