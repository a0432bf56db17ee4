import { createLogger, type Logger } from 'vite';

/**
 * What the build says. In CI a warning ends it: a build with nothing to warn of is a state that is kept.
 * How long a plugin took says something of the machine, not of the build.
 */
export function strictLogger(): Logger {
  const logger = createLogger();
  if (!process.env.CI) return logger;
  const stop = (message: string) => {
    if (!message.includes('PLUGIN_TIMINGS')) throw new Error(message);
  };
  return Object.assign(logger, { warn: stop, warnOnce: stop });
}
