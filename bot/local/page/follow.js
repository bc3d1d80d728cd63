// Of an answer that is taller than the window its top is shown: there stand the garment and its SKU.
// Web Chat does so for one answer (autoScrollSnapOnPage), after which it follows no other, as its end is out of view.

const ENDS = ['wheel', 'touchmove', 'pointerdown', 'keydown']; // by which a person scrolls
const WINDOW = '.webchat__basic-transcript__scrollable';
const MESSAGE = '.webchat__basic-transcript__activity';
const DRAWN = '.webchat__basic-transcript__activity-active-descendant'; // what Web Chat measures by
const OWN = '.webchat__bubble--from-user';

// Keeps the answer to what was sent in view, as it grows, until the person scrolls.
export function following(chat) {
  let sent = null; // what stood there before, and whether it is a message that is seen

  const messages = () => [...chat.querySelectorAll(MESSAGE)];

  function keepUp() {
    const view = chat.querySelector(WINDOW);
    if (!sent || !view) return;
    const answer = messages().find((each) => !sent.before.has(each) && !each.querySelector(OWN));
    if (answer) {
      const drawn = answer.querySelector(DRAWN) ?? answer;
      view.scrollTop += Math.round(drawn.getBoundingClientRect().top - view.getBoundingClientRect().top);
    } else if (sent.seen) {
      view.scrollTop = view.scrollHeight;
    }
  }

  new MutationObserver(keepUp).observe(chat, { childList: true, subtree: true });
  chat.addEventListener('load', keepUp, true); // of pictures
  for (const kind of ENDS) {
    chat.addEventListener(kind, ({ target }) => target.closest?.(WINDOW) && (sent = null), { capture: true, passive: true });
  }
  return {
    // The person sends that: words and photos are seen as a message, a pressed button is not.
    begin({ channelData, type }) {
      sent = { before: new Set(messages()), seen: type === 'message' && !channelData?.postBack };
    },
  };
}
