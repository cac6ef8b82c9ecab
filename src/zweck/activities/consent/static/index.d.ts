/** What the consent layer offers to a page. Ids are those of the declaration; a purpose id is as good as a service id. */
interface ZweckState {
  /** every service on offer was decided on */
  decided: boolean;
  granted: string[];
  denied: string[];
  /** the browser sends Global Privacy Control and the site honours it */
  gpc: boolean;
  /** random consent id; empty unless something is granted */
  id: string;
}
interface ZweckConsent {
  /** whether a service, or every service of a purpose, may load */
  has(id: string): boolean;
  get(): ZweckState;
  /** decides on all services; false while the server has not recorded a consent (nothing loads then; it is sent later) */
  set(granted: string[], method?: string): Promise<boolean>;
  accept(): Promise<boolean>;
  reject(): Promise<boolean>;
  show(opener?: HTMLElement): Promise<void>;
  withdraw(ids?: string[]): Promise<boolean>;
  /** revives what was granted below `root`; later additions are seen without it */
  apply(root?: ParentNode): void;
}
interface Window { Zweck: ZweckConsent }
interface DocumentEventMap {
  "zweck:ready": CustomEvent<ZweckState>;
  "zweck:change": CustomEvent<ZweckState>;
  "zweck:withdraw": CustomEvent<ZweckState>;
}
