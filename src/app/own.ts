import { dropOwnFigure, putOwnFigure } from '#platform';

export const own = { put: putOwnFigure, drop: dropOwnFigure };
