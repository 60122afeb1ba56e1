/** Tries an assertion again until it holds; after `patience` milliseconds its own failure is the test's. */
export async function eventually(assertion: () => void | Promise<void>, patience = 20_000): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      await assertion();
      return;
    } catch (problem) {
      if (Date.now() > end) throw problem;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
