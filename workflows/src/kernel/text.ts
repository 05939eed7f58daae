/** Words shown to a person: Chinese first, English beside. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}
