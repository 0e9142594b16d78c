// Loaded before Next. When the launcher is gone, even by kill -9, the app ends as if it had been asked to.
// Next's own workers are skipped: without their channel they would end at once.
if (process.channel && !process.env.NEXT_PRIVATE_WORKER) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 11_000).unref();
  });
  process.channel.unref();
}
