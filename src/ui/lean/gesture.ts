/** Stands in for `@use-gesture/react`: antd-mobile's popup asks it for closing by a swipe, which no sheet of ours has. */
export const useDrag = () => () => ({});
