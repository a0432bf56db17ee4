/**
 * Which modules travel together. What is drawn together comes in one file: on a slow network a request costs more than the kilobytes
 * beside it, and what is compressed together is smaller (ADR 15). Whatever no part names follows the imports.
 */
interface Part {
  name: string;
  test: RegExp;
}

/** What the parts below name, to see that it is still there. */
export const named: [folder: string, names: string][] = [];

/** Modules of `src`: each line a folder and the names in it, without their endings. */
function of(name: string, ...folders: [folder: string, names: string][]): Part {
  named.push(...folders);
  return { name, test: new RegExp(folders.map(([folder, names]) => `/src/${folder}/(${names})\\.`).join('|')) };
}

export const parts: Part[] = [
  // React and the router stay in caches over releases. The bundler's helpers lie here, too (`fold-runtime.ts`).
  { name: 'core', test: /node_modules\/(react|react-dom|react-router|scheduler)\/|lean-react:/ },
  // What every page needs.
  {
    name: 'shell',
    test: new RegExp(
      [
        '/src/app/(main|App|ErrorBoundary|pages|services)\\.',
        '/src/cities/info\\.',
        '/src/policy/[a-z-]+/city\\.json\\?name',
        '/src/platform/(page|page-data|place|storage|hooks|clock|as-of|clipboard|care|early|missing|wipe)\\.',
        '/src/features/home/city-memory\\.',
        '/src/ui/(Page|Cell|Button|icons|link|services|sheets|titles|Missing|KnownKeys|useLoaded|toast|SureButton|WipeButton)\\.',
        '/src/ui/(tokens|page|facts|cell|button)\\.css|/antd-mobile/es/global/',
        'preload-helper',
      ].join('|'),
    ),
  },
  of('home', ['features/home', 'HomePage|CityPage|CityTabs|BuildingPage|home'], ['app', 'CityList']),
  // What most pages need besides: texts with figures, what is kept on the phone, when a child was born.
  {
    name: 'kit',
    test: new RegExp(
      [
        '/src/ui/(Figure|Stale|Sheet|Attempt|RichText|Remarks|Notice|SourceChip|Origin|Banner|Details|format|share|recheck)\\.',
        '/src/ui/(figure|attempt|notice|chip|banner|details)\\.css|/zustand/',
        '/src/platform/(persisted|ticks|child)\\.',
        '/src/engine/(dates|digits|fen|money)\\.',
      ].join('|'),
    ),
  },
  // Guides and other texts made of blocks.
  of(
    'reading',
    ['ui', 'Blocks|CopyButton|PathBlock|Materials|Table|map|blocks|copy|path|material|table'],
    ['features/guide', '[A-Za-z]+'],
  ),
  // Lists and tables of a city.
  of('tables', ['features/(help|benefits|diseases|sources)', '[A-Za-z]+']),
  // Questions, and the fields they are asked with.
  of(
    'asking',
    ['engine', 'visit'],
    ['journeys', 'graph|walk|link|situation|said|typed-date|read-amount|child'],
    ['ui', 'fields|field|Form|QuestionForm|ChoiceList|choice|DateField|date-field|Segments|segments'],
  ),
  // The engine without decimal.js, without the cities, and without what a question needs of it.
  of('engine', ['engine', 'trace|estimate|settle|outcome|parameters|rules|own'], ['engine/layers', '[a-z-]+']),
  { name: 'cities', test: /\/src\/(cities\/index|app\/city)\./ },
  // The estimate's questions, then its result, then what stands below that.
  of('estimate', [
    'features/estimate',
    'EstimatePage|arrival|amounts|screens|QuestionScreen|StartScreen|store|use-ledger|words',
  ]),
  of('result', [
    'features/estimate',
    'ResultScreen|Ruled|Running|Computed|RangeView|Unsettled|Record|YearScreen|TraceFigure|HowComputed|AnswersList|OwnBar|own|result',
  ]),
  of('below', [
    'features/estimate',
    'Below|below|ways|Comparison|readings|Readings|causes|WhyLess|Behind|FigureSheet|MissingFigures|share',
  ]),
  of('explained', ['ui', 'explain|refusal|Money|money|chart/axis']),
  // The calculators of days and money: they share most of what they need, and one leads to the next.
  of('calculators', ['features/dates(/[a-z]+)?', '(?!share)[A-Za-z-]+']),
  // The family's ledger: its pages, and what it is kept with.
  of('family-ledger', ['features/ledger', '(?!Backup|backup)[A-Za-z-]+'], ['journeys', 'ledger-bars']),
  of('kept', ['journeys', 'ledger'], ['platform', 'ledger|ledger-entry|child-id|random']),
  of('share', ['platform', 'share|environment']),
  of('source', ['ui', 'Source|source']),
  // Figures of one's own.
  of(
    'own',
    ['ui', 'OwnBar|OwnOffer|OwnBadge|own-badge|OwnFigure|own-figure'],
    ['platform', 'own-figures'],
    ['app', 'own'],
  ),
  // The half-screen and the toast, and what of antd-mobile they are made of.
  {
    name: 'antd',
    test: /node_modules\/(antd-mobile|ahooks|classnames|tslib)|\/src\/ui\/(lean\/|SheetBody\.|sheet\.css|imperative\.)/,
  },
];
