/** Apart: what the shell knows without asking holds no loader of any city. */
export { loadInfo } from '#cities';
