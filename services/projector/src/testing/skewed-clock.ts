/** Loaded before a program, by `NODE_OPTIONS`, it lets that process live so many milliseconds apart from all others. */
const apart = Number(process.env['SKEW'] ?? '0');

const now = Date.now.bind(Date);
const zoned = Temporal.Now.zonedDateTimeISO.bind(Temporal.Now);
Date.now = () => now() + apart;
Temporal.Now.zonedDateTimeISO = (zone) => zoned(zone).add({ milliseconds: apart });
