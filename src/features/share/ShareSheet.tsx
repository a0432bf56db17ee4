import { Sheet } from '#ui';
import { ShareBody } from './ShareBody.tsx';

export interface ShareSheetProps {
  open: boolean;
  onClose: () => void;
  /** City of the page, if it is of one. */
  city: { id: string; name: string } | undefined;
  /** Day of the last check, where the page does not say it. */
  checkedOn: string;
  /** Closes and loads the page anew, so that the menu of the chat app sends this very page. */
  onForward: (query: string) => void;
}

/** Half-screen: the text for the group, the link, the picture. */
export default function ShareSheet({ open, onClose, ...rest }: ShareSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title="分享这一页">
      <ShareBody {...rest} />
    </Sheet>
  );
}
