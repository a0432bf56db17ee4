/** Put in by the build (`versionFile` in the Vite configuration). */
declare const __BUILD__: { build: string; policyDate: string };
