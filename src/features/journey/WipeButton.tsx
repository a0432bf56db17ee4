import { TextButton } from '#ui';
import './journey.css';

/** Forgets everything that was filled in on this phone, here and elsewhere in the app. */
export function WipeButton({ forget }: { forget: () => void }) {
  return (
    <div className="journey-wipe">
      <TextButton onClick={forget}>清除我的填写</TextButton>
    </div>
  );
}
