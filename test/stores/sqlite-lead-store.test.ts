import { temporaryDesk } from '../temporary-desk.ts';
import { leadStoreContract } from './lead-store.contract.ts';

leadStoreContract('SQLite', temporaryDesk);
