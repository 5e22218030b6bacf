/** The browser of the journeys: `CHROMIUM_PATH`, or the usual paths; `null` if there is none. */
export function findChromium(): string | null;
