import { measureExport } from './privacy/bench-export.ts';
console.log(JSON.stringify(await measureExport(), null, 1));
