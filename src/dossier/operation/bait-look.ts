/** What a look for phishing found (`tamis bait mail`), as far as a time line needs it. */
export interface BaitLook {
  readonly findings: readonly {
    readonly id: string;
    /** Path of the mailbox or folder it lay in. */
    readonly mailbox: string;
    /** ISO 8601, by the message's own Date; null without. */
    readonly date: string | null;
    /** 50 to 100. */
    readonly score: number;
    readonly hosts: readonly string[];
    /** Ids of ATT&CK that its signs name. */
    readonly attack: readonly string[];
  }[];
}
