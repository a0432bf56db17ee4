import { askedFields, askedQuestions, cleanAmount, optionsOf } from '#journeys';
import { Cell, CellGroup, formatDate, formatYuan, TextButton } from '#ui';
import { isAmount } from './amounts.ts';
import { useEstimate } from './store.ts';
import type { Journey } from './types.ts';
import './estimate.css';

/** What of a form was left empty. */
const EMPTY = { costs: '没有填的费用', used: '今年用掉多少，没有填' };

const filledFrom = (source: string | false) => (source ? `（已填，来自${source}）` : '');

/** All that was answered; each line leads to its question and, after the change, back to the result. */
export function AnswersList({ journey }: { journey: Journey }) {
  const { asking, answers, amounts, year, who, filled, go } = journey;
  const fromLedger = useEstimate((state) => state.fromLedger);
  const clear = useEstimate((state) => state.clear);
  const foreign = useEstimate((state) => state.foreign);
  const chosen = askedQuestions(asking, answers).map((question) => ({
    id: question.id,
    name: question.short,
    value: `${optionsOf(question, answers).find((o) => o.value === answers[question.id])?.label ?? '未选'}${filledFrom(filled(question.id))}`,
    screen: question.id,
  }));
  const typed = (['costs', 'used'] as const).flatMap((form) => {
    const fields = askedFields(asking[form].fields, answers).map(({ id, label }) => ({
      id,
      name: label,
      text: cleanAmount(amounts[id] ?? ''),
      own: fromLedger[id] !== undefined && fromLedger[id] === amounts[id],
    }));
    const filledIn = fields.filter(({ text }) => isAmount(text));
    const rest = fields.filter(({ text }) => !isAmount(text)).map(({ name }) => name);
    return [
      ...filledIn.map(({ id, name, text, own }) => ({
        id,
        name,
        value: `${formatYuan(text)}${filledFrom(own && '家庭账本')}`,
        screen: form,
      })),
      // One line for all of a form: most people leave most of it empty.
      ...(rest.length > 0 ? [{ id: form, name: EMPTY[form], value: rest.join('、'), screen: form }] : []),
    ];
  });
  return (
    <>
      <CellGroup title={foreign ? '例子或别人的单子（点一行，改成自己的）' : '你填的（点一行修改）'}>
        {[{ id: 'year', name: '就医年份', value: `${year}年`, screen: 'year' }, ...chosen, ...typed].map((line) => (
          <Cell key={line.id} title={line.name} desc={line.value} value="修改" onClick={() => go(line.screen, true)} />
        ))}
        {who.birthDate && (
          <Cell
            title="出生日期"
            desc={`${formatDate(who.birthDate)}${filledFrom('“我的孩子”')}`}
            value="修改"
            to="/me/"
          />
        )}
      </CellGroup>
      <p className="est-clear">
        <TextButton
          onClick={() => {
            clear();
            go('start');
          }}
        >
          清除我的填写，重新算
        </TextButton>
      </p>
    </>
  );
}
