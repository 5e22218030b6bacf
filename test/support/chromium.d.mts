/** The browser of the journeys: `CHROMIUM_PATH`, or the usual places; `null` where there is none. */
export function findChromium(): string | null;
