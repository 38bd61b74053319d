/**
 * Changes what a screen shows, and reads it anew. When somebody else was first, it is read anew as well: whoever looks and sends once more
 * does so on what is there now.
 * @param act async () => any
 */
export async function change(screen, act) {
  try {
    const done = await act();
    await screen.again();
    return done ?? true;
  } catch (e) {
    if (e.isStale) {
      await screen.again();
    }
    throw e;
  }
}
