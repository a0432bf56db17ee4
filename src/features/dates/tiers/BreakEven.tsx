import { useMemo } from 'react';
import type { CityModule, ToolClinic } from '#cities';
import { type Fen, formatMoney, LEVELS } from '#engine';
import { formatYuan, group, Segments, Table } from '#ui';
import { LEVEL_NAMES, payWord, yuan } from '../words.ts';
import { look, SCENES, type Scene, type Seen, type Stretch, sceneOf } from './break-even.ts';
import { Plot } from './Plot.tsx';
import './tiers.css';

interface Props {
  /** The verb for paying. */
  pay: string;
  extra: Fen;
  view: View;
  clinics: readonly ToolClinic[];
  onChange: (patch: Record<string, string | undefined>) => void;
}

/** What was chosen, what came out, and the sentence that says it. */
export interface View {
  scene: Scene;
  seen: Seen;
  sentence: string;
}

const SCENE_NAMES: Record<Scene['kind'], string> = { inpatient: '住院', outpatient: '看门诊', both: '门诊加住院' };

/** From which spending on the dearer tier pays: choices, sentence, picture, table. */
export function BreakEven({ pay, extra, view: { scene, seen, sentence }, clinics, onChange }: Props) {
  const asks = { stay: scene.kind !== 'outpatient', clinic: scene.kind !== 'inpatient' };
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">花到多少，二档才划算</h2>
      <section className="wa-card">
        {clinics.length > 0 && (
          <div className="tiers-control">
            <Segments
              legend="一年里主要是"
              options={SCENES.map((value) => ({ value, label: SCENE_NAMES[value] }))}
              value={scene.kind}
              onChange={(care) => onChange({ care })}
            />
          </div>
        )}
        {asks.stay && (
          <div className="tiers-control">
            <Segments
              legend="住哪一级医院"
              options={LEVELS.map((value) => ({ value, label: LEVEL_NAMES[value] }))}
              value={scene.stayLevel}
              onChange={(level) => onChange({ level })}
            />
          </div>
        )}
        {asks.clinic && (
          <div className="tiers-control">
            <Segments
              legend="在哪里看门诊"
              options={clinics.map(({ label, visit }) => ({ value: visit.level, label }))}
              value={scene.clinic?.visit.level ?? ''}
              onChange={(clinic) => onChange({ clinic })}
            />
          </div>
        )}
        <p className="tiers-words" aria-live="polite">
          <strong>{sentence}</strong>
        </p>
        <p className="wa-note-text">{detail(pay, seen, scene, extra)}</p>
        <Plot
          pay={pay}
          points={seen.points}
          extra={extra}
          end={seen.end}
          label={`${sentence}${detail(pay, seen, scene, extra)}`}
          {...(seen.found[0] && { meet: seen.found[0].from })}
        />
      </section>
      <Table
        title={scene.kind === 'outpatient' ? '门诊一年花这么多' : '住院一年花这么多'}
        corner="医保范围内费用"
        columns={['一档报', '二档报', '多报']}
        rows={seen.rows.map(({ spend, one, two }) => ({
          label: formatYuan(formatMoney(spend), true),
          cells: [one, two, two - one].map((fen) => formatYuan(formatMoney(fen), true)),
        }))}
        note={`多报超过 ${yuan(extra)}，二档就划算。${asks.stay ? '按住一次院算；住几次院，每次都要先减起付线。' : '按一年的门诊费用合计算。'}`}
      />
    </section>
  );
}

/** The choices stand in the address. */
export function useBreakEven(
  module: CityModule,
  year: number,
  extra: Fen | undefined,
  search: string,
  clinics: readonly ToolClinic[],
): View | undefined {
  return useMemo(() => {
    if (extra === undefined) return undefined;
    const scene = sceneOf(module, year, search, clinics);
    const seen = look(module, year, scene, extra);
    return { scene, seen, sentence: headline(payWord(module.id), seen.found, scene) };
  }, [module, year, extra, search, clinics]);
}

const whereWords = ({ kind, stayLevel, clinic }: Scene): string =>
  kind === 'outpatient' ? `在${clinic?.label}看门诊` : `住${LEVEL_NAMES[stayLevel]}医院`;

function headline(pay: string, found: readonly Stretch[], scene: Scene): string {
  const [first] = found;
  if (!first) return `${whereWords(scene)}，花多少都补不回二档多${pay}的钱。`;
  if (first.from === 0) return `光是门诊就补回了二档多${pay}的钱。`;
  return `${whereWords(scene)}，一年花到约 ${group(String(Math.ceil(first.from / 100)))} 元，二档就划算。`;
}

function detail(pay: string, { found, most, secondLayer }: Seen, scene: Scene, extra: Fen): string {
  const beside =
    scene.kind === 'both'
      ? `同一年在${scene.clinic?.label}的门诊花 ${yuan(scene.outpatient)}，两档的门诊限额都用完。`
      : '';
  const [first, ...more] = found;
  if (!first) return `${beside}二档最多只多报 ${yuan(most)}，多${pay}的是 ${yuan(extra)}。`;
  const gap =
    first.to === undefined
      ? ''
      : `花到 ${yuan(first.to)} 以后，${secondLayer ? '大病保险给一档补得更多' : '二档多报的变少'}，二档暂时又不划算${more[0] ? `；花到 ${yuan(more[0].from)} 起再划算` : ''}。`;
  return `${beside}说的都是医保范围内的费用。${gap}`;
}
