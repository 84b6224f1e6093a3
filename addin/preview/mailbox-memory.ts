export type Notification = { key: string; message: string; type: number };

/** What add-ins store in a mailbox. Forgotten with the page, so that every visit starts alike. */
export class MailboxMemory {
  private readonly customProperties = new Map<string, unknown>();
  private readonly roamingSettings = new Map<string, Record<string, string>>();
  private readonly notifications = new Map<string, Notification[]>();

  customPropertiesOf(mailId: string): unknown {
    return this.customProperties.get(mailId) ?? {};
  }

  saveCustomProperties(mailId: string, properties: unknown): void {
    this.customProperties.set(mailId, properties);
  }

  roamingSettingsOf(personId: string): Record<string, string> {
    return this.roamingSettings.get(personId) ?? {};
  }

  saveRoamingSettings(personId: string, settings: Record<string, string>): void {
    this.roamingSettings.set(personId, settings);
  }

  notificationsOn(mailId: string): readonly Notification[] {
    return this.notifications.get(mailId) ?? [];
  }

  setNotifications(mailId: string, notifications: Notification[]): void {
    this.notifications.set(mailId, notifications);
  }
}
