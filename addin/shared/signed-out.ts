/** Nobody is signed in whom the service would know; `expired` when somebody was. */
export class SignedOut extends Error {
  override readonly name = 'SignedOut';
  readonly expired: boolean;

  constructor(message: string, { expired = false }: { expired?: boolean } = {}) {
    super(message);
    this.expired = expired;
  }
}
