import { accessToken } from '../shared/sign-in.ts';

// What a page can do and the single script for classic Outlook cannot: sign in through the browser.
globalThis.leadDeskToken = (userAddress) => accessToken(userAddress);
