/// <reference types="office-js" />
import { accessToken } from '../shared/sign-in.ts';

// office.js in a page runs no action before it was asked to begin.
void Office.onReady();
// What a page can do and the single script for classic Outlook cannot: sign in through the browser.
globalThis.leadDeskToken = (userAddress) => accessToken(userAddress);
