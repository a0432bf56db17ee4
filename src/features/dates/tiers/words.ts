import type { Level } from '#engine';

export const LEVEL_NAMES: Record<Level, string> = { primary: '一级及以下', secondary: '二级', tertiary: '三级' };

/** Ordinary outpatient care in a tertiary hospital is paid at one kind of hospital only. */
export const OUTPATIENT_NAMES: Record<Level, string> = { primary: '一级及以下', secondary: '二级', tertiary: '三级儿童医院' };
