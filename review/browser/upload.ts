import { announce, find, findAll, formToken } from './dom.ts';

/** Files sent at the same time. */
const lanes = 3;

type NamedFile = { readonly file: File; readonly name: string };

/** Files and folders dropped anywhere on a page, or chosen on the upload page, are sent one by one. */
export function takeDrops(): void {
  const address = document.body.dataset.uploads;
  if (address === undefined) return;
  let depth = 0;
  const isFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  document.addEventListener('dragenter', (event) => {
    if (!isFiles(event)) return;
    depth += 1;
    document.body.classList.add('dropping');
  });
  document.addEventListener('dragleave', () => {
    depth = Math.max(0, depth - 1);
    if (depth === 0) document.body.classList.remove('dropping');
  });
  document.addEventListener('dragover', (event) => {
    if (isFiles(event)) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    if (!isFiles(event) || event.dataTransfer === null) return;
    event.preventDefault();
    depth = 0;
    document.body.classList.remove('dropping');
    void filesIn(event.dataTransfer).then((files) => sendAll(files, address));
  });
  for (const input of findAll('input[type=file]', HTMLInputElement)) {
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].map((file) => ({
        file,
        name: file.webkitRelativePath || file.name,
      }));
      void sendAll(files, address);
      input.value = '';
    });
  }
  for (const button of findAll('[data-choose]', HTMLButtonElement)) {
    button.addEventListener('click', () => find(`#${button.dataset.choose}`, HTMLInputElement)?.click());
  }
}

/** Everything in a drop, folders walked through. */
async function filesIn(transfer: DataTransfer): Promise<readonly NamedFile[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const plain = [...transfer.files].map((file) => ({ file, name: file.name }));
  if (entries.every((entry) => entry === null)) return plain;
  const found = await Promise.all(entries.map((entry) => (entry === null ? [] : filesOf(entry))));
  return found.flat();
}

async function filesOf(entry: FileSystemEntry): Promise<readonly NamedFile[]> {
  if (entry instanceof FileSystemFileEntry) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ file, name: entry.fullPath.replace(/^\//, '') }];
  }
  if (!(entry instanceof FileSystemDirectoryEntry)) return [];
  const reader = entry.createReader();
  const entries: FileSystemEntry[] = [];
  // A reader gives a folder in portions, the last of which is empty.
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (portion.length === 0) break;
    entries.push(...portion);
  }
  const found: (readonly NamedFile[])[] = [];
  for (const inner of entries) found.push(await filesOf(inner));
  return found.flat();
}

async function sendAll(files: readonly NamedFile[], address: string): Promise<void> {
  const table = find('[data-upload-rows]', HTMLElement);
  const waiting = files.map((named) => ({ ...named, row: table && addRow(table, named.name) }));
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await sendOne(next, address);
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  if (table === undefined && files.length > 0) location.assign('/upload');
}

type Sending = NamedFile & { readonly row: HTMLElement | undefined };

/** `XMLHttpRequest` tells how much has gone out, which `fetch` does not. */
function sendOne({ file, name, row }: Sending, address: string): Promise<void> {
  const said = row && find('[data-said]', HTMLElement, row);
  const bar = row && find('progress', HTMLProgressElement, row);
  const tell = (text: string) => {
    if (said) said.textContent = text;
    else announce(`${name} ${text}`);
  };
  const words = find('[data-upload-rows]', HTMLElement)?.dataset ?? {};
  if (file.size === 0) {
    tell(words.empty ?? '');
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${address}?${new URLSearchParams({ name })}`);
    request.setRequestHeader('x-form-token', formToken());
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => {
      if (bar) bar.value = loaded / total;
    };
    request.onload = () => {
      if (request.status >= 400) tell(request.responseText.slice(0, 200) || (words.failed ?? ''));
      else if (request.responseText.includes('"known"')) tell(words.known ?? '');
      // The server's own list shows it from now on.
      else row?.remove();
      resolve();
    };
    request.onerror = () => {
      tell(words.failed ?? '');
      resolve();
    };
    request.send(file);
  });
}

function addRow(table: HTMLElement, name: string): HTMLElement | undefined {
  const template = find('#sending', HTMLTemplateElement);
  const row = template?.content.firstElementChild?.cloneNode(true);
  if (!(row instanceof HTMLElement)) return undefined;
  const cell = find('[data-name]', HTMLElement, row);
  if (cell) cell.textContent = name;
  table.prepend(row);
  return row;
}
