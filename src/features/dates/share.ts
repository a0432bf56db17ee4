/** What the results of the calculators say when they are shared. A day that lets one reckon the birth date only where it is ticked. */
import { loadSource } from '#cities';
import { type Figure, formatMoney } from '#engine';
import type { IsoDate } from '#policy/types.ts';
import { formatDate, formatYuan, type SharedNumber, type SharedPart, type ShareOffer } from '#ui';
import { isDerived, sumWords, TIER_NAMES } from './FeeFigure.tsx';
import type { NewbornAnswer, Way } from './newborn.ts';
import type { PremiumAnswer, Question } from './premium/premium.ts';
import { deadlineSum } from './words.ts';

async function sourceOf(figures: readonly Figure[]): Promise<{ source?: string }> {
  // A figure of one's own has no source.
  const ids = [...new Set(figures.flatMap(({ dated }) => dated.source || []))];
  const first = ids[0] ? await loadSource(ids[0]) : undefined;
  return first ? { source: `《${first.title}》${ids.length > 1 ? `等 ${ids.length} 份文件` : ''}` } : {};
}

const newbornPart = (pay: string): SharedPart => ({
  topic: '新生儿参保倒计时',
  answer: '填上宝宝的出生日期，就知道最晚哪天登记缴费。',
  how: [
    '填出生日期，日期只留在自己的手机上。',
    '看最晚哪天登记并缴费，过了期限会怎样。',
    `看现在${pay}多少、从哪天起能报。`,
  ],
  query: '',
});

export async function newbornOffer(
  pay: string,
  answer: NewbornAnswer,
  birthDate: IsoDate,
  today: IsoDate,
): Promise<ShareOffer> {
  const part = newbornPart(pay);
  if (answer.kind !== 'open' && answer.kind !== 'late') return { plain: part };
  const sooner = answer.kind === 'open' ? answer.sooner : undefined;
  const deadline = sooner?.deadline ?? answer.deadline;
  const source = await sourceOf(sooner ? [deadline.rule] : answer.figures);
  const left = answer.kind === 'open' ? `还剩 ${(sooner ?? answer).daysLeft} 天` : `已经过期 ${answer.daysPast} 天`;
  return {
    plain: { ...part, ...source },
    personal: {
      ...part,
      ...source,
      label: '带上最后一天（由它能推算出出生日期）',
      numbers: [{ label: '最晚在这天登记并缴费', text: formatDate(deadline.newborn) }],
      answer: `到${formatDate(today)}${left}。`,
      how: [deadlineSum(birthDate, deadline), ...(part.how ?? []).slice(1)],
    },
  };
}

const sums = (pay: string, { prices }: Way): SharedNumber[] =>
  prices.flatMap(({ tier, premium }) =>
    premium.kind === 'computed'
      ? [
          {
            label: prices.length > 1 ? TIER_NAMES[tier] : `一共要${pay}`,
            text: formatYuan(formatMoney(premium.own), true) + (isDerived(premium) ? '（推算）' : ''),
          },
        ]
      : [],
  );

export async function premiumOffer(
  pay: string,
  { ways }: PremiumAnswer,
  { payDate, birthDate }: Question,
  mine?: string,
): Promise<ShareOffer> {
  const [way] = ways;
  const premiums = way?.prices.flatMap(({ premium }) => (premium.kind === 'computed' ? [premium] : [])) ?? [];
  const source = await sourceOf(premiums.flatMap(({ lines }) => lines.map(({ price }) => price)));
  const start: SharedPart = {
    topic: `要${pay}多少`,
    answer: `选哪天${pay}、给谁${pay}，就算出一共要${pay}多少、从哪天起能报。`,
    how: [`选给谁${pay}：普通参保，还是新生儿从出生起${pay}。`, `选哪天${pay}。`, '看一共多少、怎么算的。'],
    query: '',
    ...source,
  };
  if (!way || premiums.length === 0) return { plain: start };
  const covered = way.coverage.kind === 'computed' ? way.coverage : undefined;
  const result: SharedPart = {
    ...source,
    topic: `要${pay}多少`,
    year: payDate.slice(0, 4),
    // The link does not carry one's own figure: who opens it sees another amount, and must know why.
    answer: `${mine ? `${mine}。` : ''}按${formatDate(payDate)}${pay}。`,
    numbers: sums(pay, way),
    how: [
      ...way.prices.flatMap(({ tier, premium }) =>
        premium.kind === 'computed'
          ? `${way.prices.length > 1 ? `${TIER_NAMES[tier]}：` : ''}${sumWords(premium)}`
          : [],
      ),
      ...(covered ? [`从${formatDate(covered.from)}起能报，到${formatDate(covered.to)}为止。`] : []),
    ].slice(0, 3),
  };
  return birthDate
    ? { plain: start, personal: { ...result, query: '', label: '带上金额和日期（能推算出出生月份）' } }
    : { plain: result };
}
