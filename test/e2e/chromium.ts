import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', '--disable-sync'];

/** The machine's Chromium, installed with apt where that is possible. */
export async function launchChromium(): Promise<Browser> {
  let executablePath = PLACES.find((place) => place && existsSync(place));
  if (!executablePath && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    const packages = ['chromium', 'fonts-dejavu-core'];
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: 'ignore' });
    executablePath = '/usr/bin/chromium';
  }
  if (!executablePath) throw new Error('No Chromium here: run "apt-get install chromium" or set CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args: FLAGS });
}
