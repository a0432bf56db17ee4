/** Bare floats in yuan: the least code that gives an answer, without an explanation; a fen off now and then. */
import { type Figures, figures } from '../figures.ts';
import { type Answer, type Contestant, type Task, toYuan } from '../job.ts';

const round = (yuan: number) => Math.round(yuan * 100) / 100;

function factorOf(away: Figures<number>['away'], t: Task): number {
  if (t.place === 'local') return 1;
  if (t.registered) return away.filed;
  if (t.reason === 'referral') return away.referral;
  if (t.reason === 'emergency') return away.emergency;
  if (t.place === 'elsewhere') return away.temporary;
  return t.inpatient ? away.provinceInpatient : away.provinceOutpatient;
}

const isPaid = (t: Task) =>
  t.place === 'local'
    ? t.selected || t.reason !== 'routine'
    : t.reason === 'emergency' || (t.selected && t.level === 'primary');

const benefit = (f: Figures<number>, own: number) =>
  round(Math.max(0, Math.min(own, f.middle) - f.threshold) * f.lower + Math.max(0, own - f.middle) * f.upper);

function outpatient(f: Figures<number>, t: Task): Answer {
  const fee = t.place === 'local' ? round(t.consultationFee * f.consultation[t.level]) : 0;
  const left = Math.max(0, f.limit - t.usedLimit);
  const base = t.eligible - round(t.classB * f.firstShare);
  const care = isPaid(t) ? Math.min(left, round(base * f.care[t.level] * factorOf(f.away, t))) : 0;
  const fund = fee + care;
  return { fund, critical: 0, self: t.consultationFee + t.eligible + t.excluded - fund, left: left - care };
}

function inpatient(f: Figures<number>, t: Task): Answer {
  const eligible = t.eligible + t.consultationFee - round(t.classB * f.firstShare);
  const above = Math.max(0, eligible - (t.stays > 0 ? f.later : f.first)[t.level]);
  const fund = round(above * f.stay[t.level] * factorOf(f.away, t));
  const own = eligible - round(above * f.stay[t.level]);
  const critical = benefit(f, t.usedOwn + own) - benefit(f, t.usedOwn);
  const self = t.consultationFee + t.eligible + t.excluded - fund - critical;
  return { fund, critical, self, left: Math.max(0, f.limit - t.usedLimit) };
}

const fen = (yuan: number) => Math.round(yuan * 100);

export function floats(): Contestant<Task, Answer> {
  const f = figures(Number, (percent) => Number(percent) / 100);
  return {
    name: 'bare floats, nothing explained',
    inexact: true,
    input: toYuan,
    run: (t) => (t.inpatient ? inpatient(f, t) : outpatient(f, t)),
    answer: ({ fund, critical, self, left }) => ({
      fund: fen(fund),
      critical: fen(critical),
      self: fen(self),
      left: fen(left),
    }),
  };
}
