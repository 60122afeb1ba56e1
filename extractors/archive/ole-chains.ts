/** Sector numbers from here on are marks (end of a chain, free, …) and no sectors (MS-CFB 2.1). */
const firstMark = 0xfffffffa;

/**
 * Does every chain of sectors in an OLE container come to an end, and is its directory a tree? In a damaged or hostile file
 * one may run into itself, and a reader that follows it never returns (MS-CFB 2.3 to 2.6).
 */
export function chainsEnd(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 512) return false;
  const shift = view.getUint16(30, true);
  if (shift < 7 || shift > 16) return false;
  const container: Container = { view, sectorSize: 2 ** shift };
  const fatSectors = allocationSectors(container);
  if (fatSectors === undefined) return false;
  const fat = readEntries(container, fatSectors);
  if (hasCycle(fat)) return false;
  const miniSectors = chainFrom(fat, view.getUint32(60, true));
  if (hasCycle(readEntries(container, miniSectors))) return false;
  return isTree(container, chainFrom(fat, view.getUint32(48, true)));
}

/** Bytes of a directory entry; its type stands at 66, the entries to its left, right and below at 68, 72 and 76. */
const entryBytes = 128;

/** In a tree no entry hangs on two others. */
function isTree(container: Container, sectors: readonly number[]): boolean {
  const { view, sectorSize } = container;
  const hanging = new Set<number>();
  for (const sector of sectors) {
    const start = offsetOf(container, sector);
    for (let at = start; at + entryBytes <= Math.min(start + sectorSize, view.byteLength); at += entryBytes) {
      if (view.getUint8(at + 66) === 0) continue;
      for (const field of [68, 72, 76]) {
        const other = view.getUint32(at + field, true);
        // some programs write 0 where there is no other
        if (other >= firstMark || other === 0) continue;
        if (hanging.has(other)) return false;
        hanging.add(other);
      }
    }
  }
  return true;
}

type Container = { readonly view: DataView; readonly sectorSize: number };

const offsetOf = (container: Container, sector: number): number => (sector + 1) * container.sectorSize;

/** The sectors that hold the allocation table: 109 stand in the header, more in a list; `undefined` if that list is endless. */
function allocationSectors(container: Container): readonly number[] | undefined {
  const { view, sectorSize } = container;
  const sectors = Array.from({ length: 109 }, (_, index) => view.getUint32(76 + 4 * index, true));
  const seen = new Set<number>();
  let next = view.getUint32(68, true);
  while (next < firstMark && offsetOf(container, next) + sectorSize <= view.byteLength) {
    if (seen.has(next)) return undefined;
    seen.add(next);
    const at = offsetOf(container, next);
    for (let entry = 0; entry < sectorSize / 4 - 1; entry += 1) {
      sectors.push(view.getUint32(at + 4 * entry, true));
    }
    next = view.getUint32(at + sectorSize - 4, true);
  }
  return sectors.filter((sector) => sector < firstMark);
}

function readEntries(container: Container, sectors: readonly number[]): Uint32Array {
  const { view, sectorSize } = container;
  const inside = [...new Set(sectors)].filter(
    (sector) => offsetOf(container, sector) + sectorSize <= view.byteLength,
  );
  const entries = new Uint32Array((inside.length * sectorSize) / 4);
  inside.forEach((sector, index) => {
    for (let entry = 0; entry < sectorSize / 4; entry += 1) {
      const value = view.getUint32(offsetOf(container, sector) + 4 * entry, true);
      entries[(index * sectorSize) / 4 + entry] = value;
    }
  });
  return entries;
}

function chainFrom(entries: Uint32Array, start: number): readonly number[] {
  const chain: number[] = [];
  for (let next = start; next < entries.length; next = entries[next] ?? firstMark) chain.push(next);
  return chain;
}

/** Follows each entry to its end once; meeting a mark of the same walk is a cycle. */
function hasCycle(entries: Uint32Array): boolean {
  const walkOf = new Uint32Array(entries.length);
  for (let start = 0; start < entries.length; start += 1) {
    let next = start;
    while (next < entries.length && walkOf[next] === 0) {
      walkOf[next] = start + 1;
      next = entries[next] ?? firstMark;
    }
    if (next < entries.length && walkOf[next] === start + 1) return true;
  }
  return false;
}
