/** Whether a text can be somebody's name. The API judges the same, in plugins/access/shared/account.ts. */
export const isPersonName = (text: string): boolean =>
  text !== '' && !/[\p{Cc}\p{Zl}\p{Zp}<>{}\\/@:]|www\.|\.\p{L}{2}/iu.test(text);
