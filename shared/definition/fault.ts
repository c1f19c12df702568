// What is wrong with a sheet definition, in words for its author.

/** With the path inside the definition. */
export interface DefinitionFault {
  readonly path: string
  readonly fault: string
}
