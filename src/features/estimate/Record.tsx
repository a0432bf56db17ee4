import { useState } from 'react';
import { openQuestions } from '#journeys';
import type { Question } from '#policy/types.ts';
import { Attempt, LinkComponent, Notice, PrimaryButton, part, SecondaryButton, useSheet } from '#ui';
import { useEstimate } from './store.ts';
import type { Journey } from './types.ts';
import { useWhose } from './use-ledger.ts';

/** Asks for day and child; comes with the ledger. */
const RecordSheet = part(async () => (await import('./RecordSheet.tsx')).default);

function useRecordSheet(journey: Journey) {
  const { open, show, close } = useSheet();
  const [asked, setAsked] = useState(false);
  if (open && !asked) setAsked(true);
  const sheet = asked && (
    <Attempt open={open} onFail={close}>
      <RecordSheet journey={journey} open={open} onClose={close} />
    </Attempt>
  );
  return { sheet, show };
}

/** What is to be cleared up first. */
const clearUp = (open: readonly Question[]): string => `弄清${open.map(({ short }) => short).join('、')}，就能记进账本`;

/** The green button of a result that was computed for the ledger, and where the year stands. */
export function RecordButton({ journey }: { journey: Journey }) {
  const { graph, answers, go } = journey;
  const { sheet, show } = useRecordSheet(journey);
  const [open] = openQuestions(graph, answers);
  return (
    <>
      {open ? (
        <>
          <Notice tone="warn">有“不清楚”的记不进账本，合计会算不准。弄清了再存。</Notice>
          <PrimaryButton onClick={() => go(open.id, true)}>去选{open.short}</PrimaryButton>
        </>
      ) : (
        <PrimaryButton onClick={show}>存进账本</PrimaryButton>
      )}
      <FromLedger journey={journey} />
      {sheet}
    </>
  );
}

/** Below the green button of any other result: into the ledger with one tap; and, where it does, that it starts from there. */
export function RecordAfter({ journey }: { journey: Journey }) {
  const { graph, answers, go } = journey;
  const { sheet, show } = useRecordSheet(journey);
  const open = openQuestions(graph, answers);
  const [first] = open;
  return (
    <>
      <SecondaryButton onClick={() => (first ? go(first.id, true) : show())}>
        {first ? clearUp(open) : '记进家庭账本'}
      </SecondaryButton>
      <FromLedger journey={journey} />
      {sheet}
    </>
  );
}

/** Said where something of this result comes from the ledger. */
function FromLedger({ journey: { city, ledger, recording, amounts, answers } }: { journey: Journey }) {
  const fromLedger = useEstimate((state) => state.fromLedger);
  const whose = useWhose();
  const visits = ledger?.visits ?? 0;
  const used = Object.entries(fromLedger).some(([id, value]) => value === (amounts[id] ?? answers[id]));
  if (visits === 0 || !(recording || used)) return null;
  return (
    <p className="wa-note-text">
      从<LinkComponent to={`/${city.id}/ledger/`}>{whose}家庭账本</LinkComponent>算起：这一年前面记了 {visits}{' '}
      笔，限额和起付线接着算。{whose && '要按另一个孩子算，先在账本里换。'}
    </p>
  );
}
