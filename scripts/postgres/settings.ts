/** What a cluster is for: `keep` survives a power cut, `throwaway` trades that for speed (tests). */
export type Durability = 'keep' | 'throwaway';

/**
 * The cluster's settings. Nothing that a person wrote may reach PostgreSQL's log: statements and parameters are off,
 * `terse` leaves out DETAIL (it quotes rows), and errors, whose first line may quote a value, are not logged at all
 * (`log_min_messages = log` keeps LOG, FATAL and PANIC).
 */
const common = {
  listen_addresses: "'127.0.0.1'",
  unix_socket_directories: "''",
  password_encryption: "'scram-sha-256'",
  timezone: "'UTC'",
  log_timezone: "'UTC'",
  log_destination: "'stderr'",
  logging_collector: 'off',
  log_statement: "'none'",
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  shared_buffers: "'64MB'",
  work_mem: "'4MB'",
  maintenance_work_mem: "'32MB'",
  max_wal_size: "'512MB'",
  min_wal_size: "'32MB'",
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '100',
  max_worker_processes: '4',
  max_parallel_workers_per_gather: '0',
  io_method: "'sync'",
  jit: 'off',
} as const;

const throwaway = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '300',
  max_wal_size: "'1GB'",
} as const;

/** The text of the settings file that postgresql.conf includes. */
export function settingsFile(durability: Durability): string {
  const table = durability === 'throwaway' ? { ...common, ...throwaway } : common;
  const lines = Object.entries(table).map(([name, value]) => `${name} = ${value}`);
  return `# Written at every start by scripts/postgres/settings.ts.\n${lines.join('\n')}\n`;
}
