/** Whether a text can be somebody's name. The API judges the same, in plugins/access/shared/account.ts. */
export const isPersonName = (text: string): boolean =>
  text.trim() !== '' &&
  !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u06d4\u0701\u0702\u3002\ua4f8\ua60e<>{}\\/@:]|www\.|\.\p{L}{2}/iu.test(
    text.normalize('NFKC'),
  );
