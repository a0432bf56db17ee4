import { loadWide } from '#engine';

// Laws reach amounts beyond safe integers; the library for them is fetched apart.
await loadWide();
