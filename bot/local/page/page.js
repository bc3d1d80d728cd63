// The chat window, the photos to try, and nothing else. All requests go to the server that the page came from.
import { following } from './follow.js';
import { teamsHostConfig } from './hostconfig.js';

const FONT = '"Segoe UI Variable", "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", Arial, sans-serif';
const KEPT = 'hangtag-chat';
const DOMAIN = new URL('directline', location.href).href;
const words = document.body.dataset; // in the language of the browser, as the server wrote them
const PLACE = '{}';
const followed = following(document.getElementById('chat'));
const darkness = matchMedia('(prefers-color-scheme: dark)');

function fault(sentence) {
  const line = document.getElementById('fault');
  line.textContent = sentence;
  line.hidden = false;
}

// A reload goes on with the chat as long as the bot runs; another tab has a chat of its own.
async function pass() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
  if (kept) {
    const headers = { Authorization: `Bearer ${kept.token}` };
    const answer = await fetch(`${DOMAIN}/conversations/${encodeURIComponent(kept.conversationId)}`, { headers });
    if (answer.ok) return { token: kept.token, conversationId: kept.conversationId };
  }
  const answer = await fetch(`${DOMAIN}/tokens/generate`, { method: 'POST' });
  if (!answer.ok) throw new Error(await answer.text());
  const { conversationId, token } = await answer.json();
  sessionStorage.setItem(KEPT, JSON.stringify({ conversationId, token }));
  return { token };
}

function styleOptions(dark) {
  const accent = dark ? '#7f85f5' : '#5b5fc7';
  const ink = dark ? '#ffffff' : '#242424';
  const hush = dark ? '#adadad' : '#616161';
  const ground = dark ? '#1f1f1f' : '#f5f5f5';
  const bubble = dark ? '#292929' : '#ffffff';
  const mine = dark ? '#2f2f4a' : '#e8ebfa';
  const hover = dark ? '#3d3d3d' : '#ebebeb';
  return {
    primaryFont: FONT,
    accent,
    autoScrollSnapOnPage: true, // of what comes unasked; for the rest see follow.js
    subtle: hush,
    timestampColor: hush,
    backgroundColor: ground,
    paddingRegular: 10,
    bubbleBackground: bubble,
    bubbleBorderColor: dark ? '#3d3d3d' : '#e0e0e0',
    bubbleBorderRadius: 8,
    bubbleTextColor: ink,
    bubbleFromUserBackground: mine,
    bubbleFromUserBorderColor: mine,
    bubbleFromUserBorderRadius: 8,
    bubbleFromUserTextColor: ink,
    bubbleImageHeight: 180,
    bubbleMaxWidth: 520,
    bubbleMinWidth: 120,
    cardEmphasisBackgroundColor: dark ? '#363636' : '#f5f5f5',
    cardPushButtonBackgroundColor: accent,
    hideUploadButton: false,
    notificationText: hush,
    sendAttachmentOn: 'attach',
    sendBoxBackground: bubble,
    sendBoxBorderTop: `solid 1px ${dark ? '#3d3d3d' : '#e0e0e0'}`,
    sendBoxButtonColor: hush,
    sendBoxButtonColorOnActive: accent,
    sendBoxButtonColorOnFocus: accent,
    sendBoxButtonColorOnHover: accent,
    sendBoxButtonShadeColorOnActive: hover,
    sendBoxButtonShadeColorOnHover: hover,
    sendBoxHeight: 48,
    sendBoxPlaceholderColor: hush,
    sendBoxTextColor: ink,
    sendBoxTextWrap: true,
    suggestedActionBackgroundColor: bubble,
    suggestedActionBorderRadius: 4,
    suggestedActionBorderWidth: 1,
    toastSuccessBackgroundColor: dark ? '#21311a' : '#e7f2da',
    toastSuccessColor: dark ? '#92c353' : '#237b4b',
    transcriptActivityVisualKeyboardIndicatorColor: hush,
    transcriptVisualKeyboardIndicatorColor: accent,
    uploadAccept: 'image/*,.heic,.heif,.csv,.xlsx,.zip',
  };
}

// What Teams can show and Direct Line has no word for: a message taken back, and words for a moment.
function extras({ dispatch, getState }) {
  const toast = (message) => {
    dispatch({ type: 'WEB_CHAT/SET_NOTIFICATION', payload: { id: 'toast', level: 'success', message } });
    setTimeout(() => dispatch({ type: 'WEB_CHAT/DISMISS_NOTIFICATION', payload: { id: 'toast' } }), 3000);
  };
  // What stands in the box goes with a photo, as in Teams.
  const withWords = (action) => {
    const text = getState().sendBoxValue;
    if (action.type !== 'WEB_CHAT/SEND_MESSAGE' || !action.payload.attachments?.length || !text) return action;
    dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: '' } });
    return { ...action, payload: { ...action.payload, text } };
  };
  return (next) => (sent) => {
    const action = withWords(sent);
    const activity = action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' ? action.payload.activity : null;
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY_PENDING') followed.begin(action.payload.activity);
    if (activity?.type === 'messageDelete') {
      return dispatch({ type: 'DIRECT_LINE/DELETE_ACTIVITY', payload: { activityID: activity.id } });
    }
    return activity?.type === 'event' && activity.name === 'toast' ? toast(activity.value) : next(action);
  };
}

function draw(chat) {
  const dark = darkness.matches;
  window.WebChat.renderWebChat(
    {
      ...chat,
      adaptiveCardsHostConfig: teamsHostConfig(dark, FONT),
      locale: navigator.language,
      overrideLocalizedStrings: (strings) => ({ ...strings, TEXT_INPUT_PLACEHOLDER: words.ask }),
      styleOptions: styleOptions(dark),
      userID: 'local-user',
    },
    document.getElementById('chat'),
  );
}

function send(store, files) {
  const attachments = files.map((blob) => ({ blob, thumbnailURL: URL.createObjectURL(blob) }));
  store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { attachments, method: 'code', text: '' } });
}

async function offerDemoPhotos(store) {
  const photos = await (await fetch('demo/photos.json')).json();
  if (!photos.length) return;
  document.getElementById('hint').textContent = words.hint;
  document.getElementById('demo').append(
    ...photos.map(({ name, url }) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.title = words.demo.replace(PLACE, () => name);
      button.append(Object.assign(new Image(), { src: url, alt: name, loading: 'lazy' }));
      button.addEventListener('click', async () => {
        const picture = await (await fetch(url)).blob();
        send(store, [new File([picture], `${name}.jpg`, { type: 'image/jpeg' })]);
      });
      const item = document.createElement('li');
      item.append(button);
      return item;
    }),
  );
}

async function open() {
  if (!window.WebChat) {
    // The server says in its answer what is missing and what to run.
    fault(await (await fetch('webchat.js')).text());
    return;
  }
  const store = window.WebChat.createStore({}, extras);
  const directLine = window.WebChat.createDirectLine({ domain: DOMAIN, ...(await pass()) });
  const over = () => fault(words.over);
  directLine.activity$.subscribe({ error: over });
  directLine.connectionStatus$.subscribe((status) => status >= 4 && over()); // 4 failed to connect, 5 ended
  const chat = { directLine, store };
  draw(chat);
  darkness.addEventListener('change', () => draw(chat));

  const own = document.getElementById('own');
  own.addEventListener('change', () => {
    if (own.files.length) send(store, [...own.files]);
    own.value = '';
  });
  document.getElementById('anew').addEventListener('click', () => {
    sessionStorage.removeItem(KEPT);
    location.reload();
  });
  await offerDemoPhotos(store);
}

open().catch((error) => {
  fault(words.failed.replace(PLACE, () => error.message));
  throw error;
});
