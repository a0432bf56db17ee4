import { LinkComponent } from './link.tsx';
import { SureButton } from './SureButton.tsx';
import { toast } from './toast.ts';

export interface WipeProps {
  onWipe: () => void;
  /** The address of a ledger: it can be saved first. */
  ledger?: string | undefined;
}

/** Forgets everything that was filled in on this phone. It asks first: the visits of a year go as well. */
export const WipeButton = ({ onWipe, ledger }: WipeProps) => (
  <SureButton
    label="清除我的填写"
    stop="不清除了"
    sure="全部清除"
    onSure={() => {
      onWipe();
      void toast('已清除');
    }}
  >
    这台手机上填过的都会删掉：孩子的情况、选过的答案、账本里的每一笔。删掉就找不回来了。
    {ledger && (
      <>
        账本要留着，<LinkComponent to={`${ledger}?at=export`}>先存一份</LinkComponent>。
      </>
    )}
  </SureButton>
);
