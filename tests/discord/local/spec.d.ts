/** Discord's schemas come as JavaScript alone. */
declare module 'discord-api-spec/zod' {
  interface Schema {
    safeParse(
      value: unknown,
    ): { success: true; data: unknown } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };
  }
  const schemas: Readonly<Record<string, Schema | undefined>>;
  export = schemas;
}
