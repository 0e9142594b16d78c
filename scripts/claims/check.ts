import { reportProblems } from './report-problems.ts';

// Run by npm test: node scripts/claims/check.ts [REPORT…]
process.exitCode = reportProblems(process.argv.slice(2));
