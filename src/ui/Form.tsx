import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Actions, PrimaryButton } from './Button.tsx';
import { ChoiceList, type ChoiceListProps } from './ChoiceList.tsx';
import { ErrorSummary, type FieldProblem } from './fields.tsx';

interface FormProps {
  /** The green button, and what it does. */
  go: string;
  onGo: () => void;
  /** What was found wrong when one went on; said above the fields. */
  problems?: FieldProblem[];
  /** Below the green button. */
  also?: ReactNode;
  children: ReactNode;
}

/** Fields, and the green button under them. Nothing is checked before one goes on. */
export function Form({ go, onGo, problems = [], also, children }: FormProps) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onGo();
      }}
    >
      <ErrorSummary problems={problems} />
      {children}
      <Actions>
        <PrimaryButton type="submit">{go}</PrimaryButton>
        {also}
      </Actions>
    </form>
  );
}

/**
 * What is wrong with a form, and what to do when one goes on: it is looked for, and where nothing is found one goes on. Nothing after
 * nothing draws nothing anew.
 * @returns the problems, what goes on, and what takes back those that have been put right since
 */
export function useChecked(
  find: () => FieldProblem[],
  onDone: () => void,
): [problems: FieldProblem[], goOn: () => void, putRight: () => void] {
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const goOn = () => {
    const found = find();
    setProblems((before) => (before.length + found.length > 0 ? found : before));
    if (found.length === 0) onDone();
  };
  const putRight = () => {
    const found = new Set(find().map(({ field }) => field));
    setProblems((before) =>
      before.every(({ field }) => found.has(field)) ? before : before.filter(({ field }) => found.has(field)),
    );
  };
  return [problems, goOn, putRight];
}

interface ChoiceFormProps extends Pick<FormProps, 'go' | 'onGo' | 'also'>, Omit<ChoiceListProps, 'error' | 'box'> {
  /** Above the radios. */
  children?: ReactNode;
}

/** One group of radios and the green button; who chose nothing is told, and led to the radios. */
export function ChoiceForm({ go, onGo, also, children, ...list }: ChoiceFormProps) {
  const [tries, setTries] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tries > 0) box.current?.focus();
  }, [tries]);
  const error = tries > 0 && !list.value ? '请选一项，再点下面的按钮。' : undefined;
  return (
    <Form go={go} onGo={() => (list.value ? onGo() : setTries((times) => times + 1))} also={also}>
      {children}
      <ChoiceList {...list} box={box} error={error} />
    </Form>
  );
}
