// The add-in's manifest with this server's own address in it.

/** Where manifest.xml points as it lies in the project. */
export const placeholderOrigin = 'https://localhost:3000'

/** @param origin `https://host[:port]` without a slash at the end */
export function stampManifest(manifest: string, origin: string): string {
  return manifest.replaceAll(placeholderOrigin, escapeAttribute(origin))
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
