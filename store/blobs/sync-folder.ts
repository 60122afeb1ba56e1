import { open } from 'node:fs/promises';

/** Makes the names in a folder outlast a loss of power. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; it has no way to do this and needs none for a rename on NTFS.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
