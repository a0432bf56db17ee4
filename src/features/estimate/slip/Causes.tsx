import type { Explanation, SlipCheck } from '#journeys';
import type { SlipFile } from '#policy/types.ts';
import { Details, LinkComponent, RichText } from '#ui';
import type { Journey } from '../types.ts';
import { detail, isGuess, outcomeWords, yuan } from './words.ts';

interface CausesProps {
  journey: Journey;
  slip: SlipFile;
  check: Extract<SlipCheck, { kind: 'differs' }>;
}

const MOST = 4;

/** What makes every line agree, the likeliest first; where nothing does, what comes closer. */
export function Causes({ journey, slip, check: { exact, closer } }: CausesProps) {
  const [first, ...others] = exact;
  if (!first) return <Unexplained journey={journey} slip={slip} closer={closer} />;
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">{isGuess(first) ? '先核对这一个' : '最可能的原因'}</h2>
      <Cause journey={journey} explanation={first} linked={first.found.length > 1} />
      {others.length > 0 && (
        <Details title={`还有 ${Math.min(MOST, others.length)} 种说得通的原因`}>
          {others.slice(0, MOST).map((one) => (
            <Cause key={keyOf(one)} journey={journey} explanation={one} />
          ))}
        </Details>
      )}
    </section>
  );
}

const keyOf = ({ found }: Explanation) =>
  found.map(({ cause, answer, year }) => cause.id + (answer?.value ?? year)).join();

/** `linked`: with the way to each guide; the green button below leads to that of the first. */
function Cause({
  journey,
  explanation,
  linked = true,
}: {
  journey: Journey;
  explanation: Explanation;
  linked?: boolean;
}) {
  const { found, rest } = explanation;
  return (
    <div className="wa-card slip-cause">
      {found.map((one, place) => {
        const { cause } = one;
        const more = detail(journey, one);
        return (
          <div key={cause.id} className="slip-one">
            <h3>
              {place > 0 && '并且：'}
              {cause.title}
            </h3>
            {more && <p className="slip-detail">{more}</p>}
            <p>
              <RichText text={cause.means} />
            </p>
            <p>
              <strong>怎么核对：</strong>
              <RichText text={cause.check} />
            </p>
            {linked && (
              <LinkComponent to={cause.to.to} className="slip-link">
                {cause.to.label}
              </LinkComponent>
            )}
          </div>
        );
      })}
      <p className="slip-proof">
        按这样算，{outcomeWords(explanation)}，
        {rest > 0
          ? `和单子还差 ${yuan(rest)}。`
          : isGuess(explanation)
            ? '和单子对得上。这个数是照着单子倒推的，要核对了才算。'
            : '和单子一分不差。'}
      </p>
    </div>
  );
}

function Unexplained({ journey, slip, closer }: { journey: Journey; slip: SlipFile; closer: readonly Explanation[] }) {
  return (
    <section className="wa-section">
      <h2 className="wa-section-title">没有找到能对上的原因</h2>
      <div className="wa-card slip-cause">
        <p>
          把 {slip.causes.length}{' '}
          种常见原因一个一个、两个两个试着算，都对不到分。先看看有没有抄错，再看单子上有没有别的支付（医疗救助、减免）。
        </p>
      </div>
      {closer.length > 0 && (
        <Details title="比较接近的情形">
          {closer.map((one) => (
            <Cause key={keyOf(one)} journey={journey} explanation={one} />
          ))}
        </Details>
      )}
    </section>
  );
}
