import { measureSearch } from './bench/measure-search.ts';
const r = await measureSearch();
console.log(r.rows.map((x) => `${x.id} ${x.value.toFixed(1)} / ${x.baseline?.toFixed(1)} = ${x.ratio?.toFixed(2)}`).join('\n'));
